"""The pages that slots point to: those of the site's source language."""

from typing import TypeVar

from django.db.models import QuerySet
from wagtail.models import Locale

from community.pages import CommunityPage
from events.models import CampusPage, EditionPage, Slot

P = TypeVar("P", bound=CommunityPage)


def source_of(page: P) -> P:
    """Return ``page`` in the source language; itself when it does not exist in it."""
    source = Locale.get_default()
    if page.locale_id == source.pk:
        return page
    return page.get_translation_or_none(source) or page


def slots_of(place: CampusPage | EditionPage) -> "QuerySet[Slot]":
    """Return the working slots of a site, or of all the sites of an edition."""
    if isinstance(place, CampusPage):
        return Slot.objects.filter(campus__translation_key=place.translation_key)
    return Slot.objects.filter(campus__path__startswith=source_of(place).path)
