"""Editions and their sites."""

from .campus import CampusPage
from .edition import EditionIndexPage, EditionPage

__all__ = ["CampusPage", "EditionIndexPage", "EditionPage"]
