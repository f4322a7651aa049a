"""E-mails to people: written from a template, queued, sent once, logged."""

from .posting import post

__all__ = ["post"]
