"""The booklet: pages that somebody collects, orders and prints, without an account or a cookie."""
