"""Maps drawn on the server: France, its overseas territories beside it, and places as links."""

from .drawing import Drawing, Mark, Place, draw

__all__ = ["Drawing", "Mark", "Place", "draw"]
