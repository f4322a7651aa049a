"""The pages that slots point to: those of the site's source language."""

from typing import TypeVar

from django.db.models import QuerySet
from wagtail.models import Locale
from wagtail.query import PageQuerySet

from community.pages import CommunityPage
from events.models import CampusPage, EditionPage, Slot

P = TypeVar("P", bound=CommunityPage)


def source_of(page: P) -> P:
    """Return ``page`` in the source language; itself when it does not exist in it."""
    source = Locale.get_default()
    if page.locale_id == source.pk:
        return page
    return page.get_translation_or_none(source) or page


def edition_of(place: CampusPage | EditionPage) -> EditionPage:
    """Return the edition of a site, or the edition itself, in the source language."""
    source = source_of(place)
    return source.edition if isinstance(source, CampusPage) else source


def campuses_of(edition: EditionPage) -> PageQuerySet:
    """Return the sites of ``edition`` in the source language, live or not, in tree order."""
    return CampusPage.objects.child_of(source_of(edition)).order_by("path")


def slots_of(place: CampusPage | EditionPage) -> "QuerySet[Slot]":
    """Return the working slots of a site, or of all the sites of an edition."""
    if isinstance(place, CampusPage):
        return Slot.objects.filter(campus__translation_key=place.translation_key)
    return Slot.objects.filter(campus__path__startswith=source_of(place).path)
