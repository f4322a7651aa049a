"""Reading what teams send: what it changes, a question back, and telling those who sent it."""
