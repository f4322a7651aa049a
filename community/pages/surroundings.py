"""The pages around a page, read in one query: above it, joined to it, in other languages."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Page, ReferenceIndex

from community.models import PageRelation

from .visibility import visible


@dataclass(frozen=True)
class BacklinkGroup:
    """The visible pages of one type that refer to a page, or that it is related to."""

    model: type[Page]
    pages: list[Page]

    @property
    def label(self) -> str:
        """The name of the type, for a heading."""
        return str(
            getattr(self.model, "backlink_label", "") or self.model._meta.verbose_name_plural
        )


@dataclass(frozen=True)
class Surroundings:
    """Visible pages only: ``ancestors`` from the home page down, ``joined`` by title (they refer
    to the page, are related to it, or are children that its type joins), ``versions`` of the page
    in every language, itself included. ``near`` are those that were asked for besides."""

    ancestors: list[Page]
    joined: list[Page]
    versions: list[Page]
    near: list[Page] = field(default_factory=list)

    def backlinks(self, leave_out: tuple[str, ...] = (), shown_on: str = "") -> list[BacklinkGroup]:
        """Return the joined pages grouped by type, groups sorted by label.

        ``leave_out`` names the model labels ("defis.prototypepage") that the page already
        shows in a better way; ``shown_on`` is its own, for the types that say it of themselves.
        """
        groups: dict[type[Page], list[Page]] = {}
        for page in self.joined:
            model = page.specific_class
            if model is None or shown_on in getattr(model, "shown_by", ()):
                continue
            if model._meta.label_lower not in leave_out:
                groups.setdefault(model, []).append(page)
        found = (BacklinkGroup(model, pages) for model, pages in groups.items())
        return sorted(found, key=lambda group: group.label)


def surroundings(page: Page, request: HttpRequest, near: Collection[int] = ()) -> Surroundings:
    """Return the visible pages around ``page``, which may not be saved yet.

    ``near`` are the keys of other pages to read with them, in this order.

    What refers to it comes from Wagtail's reference index, so that no plugin imports another to
    show it; a page above it that links to it is no news, and is left out.
    """
    if page.pk is None:
        return Surroundings([], [], [])
    above = [page.path[:end] for end in range(page.steplen, len(page.path), page.steplen)]
    types = ContentType.objects.get_for_models(*getattr(page, "joined_children", ())).values()
    below = Q(path__startswith=page.path, depth=page.depth + 1, content_type__in=types)
    related = PageRelation.objects.filter(page_id=page.pk).values("related_id")
    around = (
        Q(path__in=above)
        | Q(translation_key=page.translation_key)
        | Q(pk__in=_referring_keys(page), locale_id=page.locale_id)
        | Q(pk__in=related)
        | below
    )
    found = visible(request, language="all").select_related("locale").order_by("title")
    if near:
        # A page that is near may refer to this one too: it is then told of twice.
        found = found.filter(around | Q(pk__in=near)).annotate(
            tied=Case(When(around, then=Value(True)), default=Value(False))
        )
    else:
        found = found.filter(around)
    ancestors, joined, versions = [], [], []
    for other in found:
        if other.translation_key == page.translation_key:
            versions.append(other)
        elif page.path.startswith(other.path):
            ancestors.append(other)
        elif getattr(other, "tied", True):
            joined.append(other)
    by_key = {other.pk: other for other in found}
    return Surroundings(
        sorted(ancestors, key=lambda one: one.depth),
        joined,
        versions,
        [by_key[key] for key in near if key in by_key],
    )


def _referring_keys(page: Page) -> Any:
    """The keys of the pages whose published content refers to ``page``, as a sub-query."""
    page_type = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.objects.filter(
        to_content_type=page_type, to_object_id=str(page.pk), base_content_type=page_type
    )
    return references.annotate(key=Cast("object_id", IntegerField())).values("key")
