"""What every response tells the browser not to allow."""
