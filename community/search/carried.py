"""What pages refer to: a document, a person… is found only when a visible page shows it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex
from wagtail.query import PageQuerySet


def carried_by(pages: PageQuerySet, objects: QuerySet) -> Exists:
    """Return the condition that some page of ``pages`` refers to an object of ``objects``.

    Asked object by object, each through an index: a search finds few of them, and pages refer to
    thousands.
    """
    types = ContentType.objects.get_for_models(objects.model, Page)
    above = pages.order_by().filter(pk=Cast(OuterRef("object_id"), IntegerField()))
    return Exists(
        ReferenceIndex.objects.filter(
            Exists(above),
            base_content_type=types[Page],
            to_content_type=types[objects.model],
            to_object_id=Cast(OuterRef("pk"), CharField()),
        )
    )


class Carried:
    """The objects of a source by the pages that carry them, to filter them as their pages are.

    ``pairs`` are the keys of a page and of an object; those of pages that are not in ``pages``,
    which come from ``visible(request)``, count for nothing.
    """

    def __init__(self, pairs: Iterable[tuple[int, int]], pages: PageQuerySet) -> None:
        self.pages = pages
        self.held: dict[int, set[int]] = {}
        for page, key in pairs:
            self.held.setdefault(page, set()).add(key)

    def left(self, conditions: Mapping[str, Q]) -> dict[str, set[int]]:
        """Return by name the objects of the pages that fulfil each condition: one query."""
        found: dict[str, set[int]] = {name: set() for name in conditions}
        if not self.held or not conditions:
            return found
        flags: list[Any] = [
            Case(When(one, then=Value(1)), default=Value(0)) for one in conditions.values()
        ]
        rows = self.pages.order_by().filter(pk__in=self.held).values_list("pk", *flags)
        for page, *fulfilled in rows:
            for name, yes in zip(conditions, fulfilled, strict=True):
                if yes:
                    found[name] |= self.held[page]
        return found
