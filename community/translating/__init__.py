"""Pages in several languages: what follows the original, and what points to what."""
