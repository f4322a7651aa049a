"""Translation by a machine, offered to editors when the site names a service."""
