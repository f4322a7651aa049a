"""The words that everybody may read on the site, in the active language, as people write them.

They are kept in the cache and in each process until a page changes for its readers. What is
private is in none of them: a correction must not tell what no page shows.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db.models import CharField
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Page, Site, TranslatableMixin, get_page_models

from community.pages.generations import Generation
from community.pages.visibility import active_language, of_anybody, visible
from community.search.analysis import fold, stem
from community.search.wider import known_synonyms

#: If some change is missed, that heals in this time, in seconds.
generation = Generation("community.search.words", 15 * 60)

#: What is left of acteurs.ice after its dot is no word.
_WORD = re.compile(r"(?<!\w[.·•‧⋅∙(/])[^\W\d_]{2,40}")
#: co-construction is one more word, that may be typed in one.
_COMPOUND = re.compile(r"[^\W\d_]{2,20}(?:[-‐‑][^\W\d_]{2,20})+")


@dataclass(frozen=True)
class Known:
    """Words by their folded letters: how people write each, and how many texts hold it."""

    language: str
    written: dict[str, str]
    number: dict[str, int]
    stems: frozenset[str]

    @cached_property
    def words(self) -> list[str]:
        """The folded words, for looking through."""
        return list(self.number)

    def knows(self, word: str) -> bool:
        """Return whether a folded word, or another form of it, is somewhere on the site."""
        return word in self.number or stem(word, self.language) in self.stems


_known: dict[tuple[Any, str], tuple[str, Known]] = {}


def known_words(request: HttpRequest) -> Known:
    """Return the words of the request's site in the active language."""
    site = Site.find_for_request(request)
    place = (site.pk if site else None, active_language())
    now = generation.current()
    made, known = _known.get(place, ("", None))
    if known is None or made != now:
        name = f"community.search.words.1.{place[0]}.{place[1]}"
        made, known = cache.get(name) or ("", None)
        if known is None or made != now:
            known = words_of_texts(_texts(of_anybody(request)), place[1])
            cache.set(name, (now, known), generation.seconds)
        _known[place] = (now, known)
    return known


def words_of_texts(texts: Iterable[str], language: str) -> Known:
    """Return the words of ``texts``, which are in ``language``.

    The first word of a text owes its capital to its place: another writing is preferred.
    """
    folded: dict[str, str] = {}
    number: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    for text in texts:
        words = _WORD.findall(text) + _COMPOUND.findall(text)
        forms.update(words[1:])
        for word in words:
            if word not in folded:
                folded[word] = fold(word).replace("-", "")
        number.update({folded[word] for word in words})
    written: dict[str, str] = {}
    for word, plain in folded.items():
        other = written.get(plain)
        if other is None or (forms[word], word.islower()) > (forms[other], other.islower()):
            written[plain] = word
    stems = frozenset(stem(word, language) for word in number)
    return Known(language, written, dict(number), stems)


def _texts(request: HttpRequest) -> Iterator[str]:
    """Yield what anybody may read: titles, summaries, tags, names, and what means the same."""
    from community.pages import CommunityPage

    pages = visible(request, Page).order_by()
    models = [model for model in get_page_models() if issubclass(model, CommunityPage)]
    summaries = [
        model.objects.filter(pk__in=pages.values("pk")).order_by().values_list("summary")
        for model in models
    ]
    tags = pages.filter(tagged_items__isnull=False).values_list("tagged_items__tag__name")
    rows = pages.values_list("title").union(*summaries, tags, all=True)
    yield from (text for (text,) in rows.iterator(2000) if text)
    for model in apps.get_app_config("community").get_models():
        if names := getattr(model, "search_titles", None):
            yield from _names(request, model, names)
    yield from chain.from_iterable(one.names for one in known_synonyms(request))


def _names(request: HttpRequest, model: Any, names: Iterable[str]) -> Iterator[str]:
    """Yield the names of what a visible page refers to, people only when they are public."""
    from community.following.references import in_use

    rows = model.objects.public() if hasattr(model.objects, "public") else model.objects.all()
    if issubclass(model, TranslatableMixin):
        rows = rows.filter(locale__language_code=active_language())
    keys = rows.order_by().annotate(as_text=Cast("pk", CharField())).values("as_text")
    used = in_use(request, model, keys)
    for values in rows.filter(pk__in=used).values_list(*names):
        yield " ".join(value for value in values if value)
