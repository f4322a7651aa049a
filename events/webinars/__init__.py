"""Webinars and other meetings of the year: when they are over, their calendar, their forms."""
