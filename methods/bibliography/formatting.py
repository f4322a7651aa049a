"""References formatted by a CSL processor, kept in the cache."""

import hashlib
import json
import logging
import re
import threading
import warnings
from functools import cache as once_per_process
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nh3
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.formatter import html as citeproc_html
from citeproc.source.json import CiteProcJSON
from django.core.cache import cache
from django.utils.safestring import SafeString, mark_safe

from .identifiers import bare_doi
from .items import Item, year_of
from .names import full_name
from .prepared import prepared, readable
from .styles import style_file

logger = logging.getLogger(__name__)

#: To be raised when the same item comes out otherwise: new style files, a change here.
VERSION = 1
KEPT_FOR = 30 * 24 * 3600
_TAGS = {"a", "b", "i", "sub", "sup"}
# The processor and its styles keep their state in shared objects: one thread at a time.
_one_at_a_time = threading.Lock()


def formatted(items: list[Item], style: str, language: str) -> list[SafeString]:
    """Return the HTML of each item in a style of :data:`~.styles.STYLES`, all safe.

    ``language`` is the code of the words around ("[en ligne]", "[online]"). What was formatted
    before comes from the cache in one question; an item that the processor fails on is written
    plainly, and logged.
    """
    keys = [_key(item, style, language) for item in items]
    known = cache.get_many(keys)
    new = {}
    for key, item in zip(keys, items, strict=True):
        if key not in known:
            known[key] = new[key] = _one(item, style, language)
    if new:
        cache.set_many(new, KEPT_FOR)
    return [mark_safe(known[key]) for key in keys]


def _key(item: Item, style: str, language: str) -> str:
    text = json.dumps([VERSION, style, language, item], sort_keys=True, default=str)
    return f"methods.reference.{hashlib.sha256(text.encode()).hexdigest()}"


def _one(item: Item, style: str, language: str) -> str:
    try:
        html = readable(_processed(prepared(item, language), style, language))
    except Exception:
        logger.exception("The reference %r could not be formatted in %s", item.get("id"), style)
        html = ""
    html = _tidy(html, language) if html.strip() else _plain(item)
    return nh3.clean(_linked(html, item), tags=_TAGS, attributes={"a": {"href"}}, link_rel=None)


def _processed(item: Item, style: str, language: str) -> str:
    with _one_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON([item])
        bibliography = CitationStylesBibliography(_style(style, language), source, _FORMATTER)
        bibliography.register(Citation([CitationItem(item["id"])]))
        return "".join(str(part) for part in bibliography.bibliography())


@once_per_process
def _style(style: str, language: str) -> Any:
    name, locale = style_file(style, language)
    path = Path(__file__).parent / "styles" / name
    return CitationStylesStyle(str(path), locale=locale, validate=False)


def _plain(item: Item) -> str:
    """The item without a processor: who, when, what, where."""
    authors = item.get("author")
    names = [full_name(name) for name in authors or () if isinstance(name, dict)]
    parts = [", ".join(name for name in names if name), str(year_of(item) or "")]
    parts += [str(item.get(name) or "") for name in ("title", "container-title", "publisher")]
    return escape(". ".join(part for part in parts if part), quote=False)


def _tidy(html: str, language: str) -> str:
    """The slips of the styles: doubled points, straight apostrophes (not those of addresses)."""
    html = re.sub(r"(?<=[.?!…])\s*\.(?=\s|$)|\s+\.(?=\s|$)", "", html.strip())
    return re.sub(r"(?<=[a-z])'(?=[a-zà])", "’", html) if language == "fr" else html


def _linked(html: str, item: Item) -> str:
    """The same with the address and the DOI as links."""
    doi, url = item.get("DOI"), item.get("URL")
    if isinstance(doi, str) and doi:
        bare = bare_doi(doi)
        target = escape(f"https://doi.org/{bare}")
        shown = re.compile(rf"(?:https://doi\.org/)?{re.escape(escape(bare, quote=False))}")
        html = shown.sub(lambda found: f'<a href="{target}">{found.group()}</a>', html, count=1)
    if isinstance(url, str) and url and f">{escape(url, quote=False)}<" not in html:
        shown_url = escape(url, quote=False)
        html = html.replace(shown_url, f'<a href="{escape(url)}">{shown_url}</a>', 1)
    return html


_FORMATTER = SimpleNamespace(
    **{
        name: getattr(citeproc_html, name)
        for name in (
            *("Italic", "Oblique", "Bold", "Light", "Underline"),
            *("Superscript", "Subscript", "SmallCaps"),
        )
    },
    preformat=lambda words: str(words),
)
