"""What the ground floor adds to Wagtail's administration, and what every plugin may build on."""
