"""Who took up what: the tree of reuse, and how a défi starts from somebody else's work."""

from .around import Around, around

__all__ = ["Around", "around"]
