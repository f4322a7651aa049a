"""What machines ask the site: is it well, and what may robots read."""
