"""What plugins do to the words of a page once they are HTML: definitions, notes."""

from .passes import annotated, text_page

__all__ = ["annotated", "text_page"]
