"""What the search did not find, and the results that editors promote in answer."""
