"""What a search that finds nothing would find in the other languages of the site."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language_info

from community.listing.query import TEXT
from community.pages import active_language, visible

from .analysis import every_language
from .found import matching
from .queries import worded


class Elsewhere(NamedTuple):
    """The pages that hold the words in another language: its code and name, number, address."""

    code: str
    name: str
    total: int
    url: str


def in_other_languages(request: HttpRequest, text: str) -> list[Elsewhere]:
    """Return the other languages in which visible pages hold ``text``: one query."""
    codes = [code for code in every_language() if code != active_language()]
    if not codes or not text:
        return []
    pages = visible(request, language="all").filter(locale__language_code__in=codes)
    found = matching(pages, worded(text, codes)).order_by().values_list("locale__language_code")
    return [
        Elsewhere(code, get_language_info(code)["name_local"], total, _address(code, text))
        for code, total in sorted(found.annotate(total=Count("pk")))
    ]


def _address(code: str, text: str) -> str:
    with translation.override(code):
        return f"{reverse('search')}?{urlencode({TEXT: text})}"
