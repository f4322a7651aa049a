"""E-mails to people: written from a template, queued, sent once, logged."""

from .language import language_of
from .posting import post

__all__ = ["language_of", "post"]
