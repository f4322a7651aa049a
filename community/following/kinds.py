"""The kinds of things that people follow, and how each is found again by its key."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Protocol

from django.http import HttpRequest
from wagtail.models import get_page_models

from community.pages import CommunityPage, visible
from community.plugins import Topic

from .versions import by_key, in_language, uuids
from .vocabularies import TerritoryKind, ThemeKind


class Kind(Protocol):
    """A kind of things that people follow; ``name`` stands in addresses."""

    name: str
    label: Any

    def find(self, request: HttpRequest, keys: Collection[str]) -> dict[str, Topic]:
        """Return by its key each of these that the visitor may know of; junk is passed over."""


@dataclass(frozen=True)
class PageKind:
    """Pages of one type, named by the key that their translations share."""

    model: type[CommunityPage]

    @property
    def name(self) -> str:
        return self.model.followed_as

    @property
    def label(self) -> Any:
        return self.model.follow_label

    def find(self, request: HttpRequest, keys: Collection[str]) -> dict[str, Topic]:
        pages = visible(request, self.model, language="all").defer_streamfields()
        pages = pages.filter(translation_key__in=uuids(keys)).select_related("locale")
        return {
            key: Topic(
                self.name,
                key,
                str(self.model._meta.verbose_name),
                in_language(versions).choice_label,
                in_language(versions).get_url(request) or "",
                in_language(versions),
                frozenset(str(page.pk) for page in versions),
                frozenset(page.path for page in versions),
            )
            for key, versions in by_key(pages.order_by("pk")).items()
        }


def kinds() -> dict[str, Kind]:
    """Return all the kinds, by name."""
    models = (model for model in get_page_models() if issubclass(model, CommunityPage))
    found: list[Kind] = [PageKind(model) for model in models if model.followed_as]
    return {kind.name: kind for kind in [*found, ThemeKind(), TerritoryKind()]}


def topic_at(request: HttpRequest, kind: str, key: str) -> Topic | None:
    """Return the one thing that an address names; ``None``: not for this visitor, or junk."""
    known = kinds().get(kind)
    return next(iter(known.find(request, [key]).values()), None) if known else None


def topics_named(request: HttpRequest, names: Collection[tuple[str, str]]) -> list[Topic]:
    """Return what these (kind, key) name and the visitor may know of, in their order."""
    found: dict[tuple[str, str], Topic] = {}
    for name, kind in kinds().items():
        if keys := {key for one, key in names if one == name}:
            found |= {topic.name: topic for topic in kind.find(request, keys).values()}
    return [found[name] for name in dict.fromkeys(names) if name in found]
