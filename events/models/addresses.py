"""Addresses below a page that no page may take."""

from typing import Any

from django.core.exceptions import ValidationError
from django.urls import Resolver404
from django.utils.translation import gettext_lazy as _


def check_slug(slug: str, *parents: Any) -> None:
    """Raise ``ValidationError`` on ``slug`` when a class of ``parents`` answers there itself.

    A route of the page above goes first: the page would never be seen.
    """
    for parent in parents:
        try:
            parent.get_resolver().resolve(f"/{slug}/")
        except Resolver404:
            continue
        raise ValidationError({"slug": _("This address is taken by the page above.")})
