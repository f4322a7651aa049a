"""Reminders: when a team is asked how it goes, what it reads, how it stops them."""
