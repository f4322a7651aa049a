"""The results that editors chose for some words (``wagtail.contrib.search_promotions``)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from wagtail.contrib.search_promotions.models import SearchPromotion

from community.pages import active_language

from .analysis import slots


@dataclass(frozen=True)
class Promoted:
    """One result chosen by the editors, with what they say of it.

    ``page`` is the translation key of a page: each language shows its own version. Without it,
    ``title`` and ``url`` are those of a page elsewhere.
    """

    page: UUID | None
    title: str
    url: str
    text: str


def promoted_for(text: str) -> list[Promoted]:
    """Return what the editors chose for ``text``, in their order: one query.

    The words may be in any order, singular or plural, with or without accents: they have to have
    the same stems as the words that the editors wrote.
    """
    language = active_language()
    wanted = _stems(text, language)
    if not wanted:
        return []
    rows: Any = SearchPromotion.objects.order_by("sort_order", "pk").values_list(
        "query__query_string",
        "page__translation_key",
        "external_link_text",
        "external_link_url",
        "description",
    )
    return [
        Promoted(page, title or url, url, said)
        for words, page, title, url, said in rows
        if (page or url) and _stems(words, language) == wanted
    ]


def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(slot[0] for slot in slots(text, [language]))
