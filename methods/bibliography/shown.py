"""References as public pages show them: formatted, with what Zotero reads."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

from community.pages import active_language, once

from .coins import coins
from .formatting import formatted
from .styles import chosen_style


@dataclass(frozen=True)
class Shown:
    """One reference: its ``html`` in the chosen style, its ``coins`` for Zotero."""

    html: SafeString
    coins: str


def shown(references: list[Any], request: HttpRequest) -> list[Shown]:
    """Return each reference page as this request asks for it; asks no database.

    A list is best asked for at once: the cache then answers one question, and the cards that
    show the pages one by one find them there.
    """
    known: dict[int, Shown] = once(request, "methods.references", dict)
    new = [page for page in references if id(page) not in known]
    items = [page.csl() for page in new]
    lines = formatted(items, chosen_style(request), active_language()) if new else []
    for page, item, html in zip(new, items, lines, strict=True):
        known[id(page)] = Shown(html, coins(item))
    return [known[id(page)] for page in references]
