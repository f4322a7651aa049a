"""Reads rich text into the blocks of ``trees``."""

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, NavigableString, Tag

from .trees import Block, Run
from .words import Raw

_HEADINGS = {"h1": 1, "h2": 1, "h3": 2, "h4": 3, "h5": 3, "h6": 3}
_LISTS = {"ul": False, "ol": True}
_STYLES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
_SILENT = {"script", "style", "template", "svg", "iframe", "object"}
_LINKS = ("http", "https", "mailto", "tel")
#: Nothing that people write is deeper; a parser must not be either.
_DEEPEST = 40


def rich(html: Any, base: str = "") -> list[Block]:
    """Return the blocks of rich text, as HTML or as Wagtail's ``RichText``.

    ``base`` is the address of the page, against which its links are resolved; a link that does
    not lead to the web, to a mailbox or to a telephone keeps its words only. Unknown markup keeps
    its words, scripts and drawings keep nothing.
    """
    soup = BeautifulSoup(str(html), "html.parser")
    return _blocks(soup, base, 0)


def _blocks(parent: Tag, base: str, depth: int) -> list[Block]:
    """Return the blocks inside ``parent``; loose words between them are paragraphs."""
    found: list[Block] = []
    loose: list[Run] = []

    def close() -> None:
        runs = _tidy(loose)
        if runs:
            found.append({"kind": "paragraph", "runs": runs})
        loose.clear()

    for child in parent.children:
        name = child.name if isinstance(child, Tag) else ""
        if depth > _DEEPEST or not isinstance(child, Tag) or not _holds_blocks(child):
            loose.extend(_runs(child, base, {}, depth))
            continue
        close()
        if name in _HEADINGS:
            runs = _tidy(_runs(child, base, {}, depth))
            if runs:
                found.append({"kind": "heading", "level": _HEADINGS[name], "runs": runs})
        elif name in _LISTS:
            items = [
                _blocks(item, base, depth + 1) for item in child.find_all("li", recursive=False)
            ]
            items = [item for item in items if item]
            if items:
                found.append({"kind": "list", "ordered": _LISTS[name], "items": items})
        elif name == "blockquote":
            found.append({"kind": "quote", "blocks": _blocks(child, base, depth + 1), "by": ""})
        else:
            found.extend(_blocks(child, base, depth + 1))
    close()
    return found


def _holds_blocks(tag: Tag) -> bool:
    return tag.name in {"p", "div", "blockquote", "section", "li", *_HEADINGS, *_LISTS}


def _runs(node: Any, base: str, style: Run, depth: int) -> list[Run]:
    """Return the pieces of text below ``node``, each with its own style."""
    if isinstance(node, NavigableString):
        # Comments and the like are kinds of strings too.
        return [{"text": str(node), **style}] if type(node) is NavigableString else []
    if node.name in _SILENT:
        return []
    if node.name == "br" or depth > _DEEPEST:
        return [{"text": " " if node.name == "br" else node.get_text(" "), **style}]
    own = dict(style)
    if node.name in _STYLES:
        own[_STYLES[node.name]] = True
    if node.name == "a" and (url := _link(node.get("href"), base)):
        own["url"] = Raw(url)
    return [run for child in node.children for run in _runs(child, base, own, depth + 1)]


def _link(href: Any, base: str) -> str:
    """Return the whole address that a link leads to, empty when it cannot be printed."""
    try:
        url = urljoin(base, str(href or "").strip())
        scheme = urlsplit(url).scheme
    except ValueError:
        return ""
    return url if scheme in _LINKS and url.isprintable() else ""


def _tidy(runs: list[Run]) -> list[Run]:
    """Return runs with single blanks, none at either end, none of them empty."""
    tidy: list[Run] = []
    for run in runs:
        text = re.sub(r"[ \t\r\n]+", " ", run["text"])
        if not tidy or tidy[-1]["text"].endswith(" "):
            text = text.lstrip(" ")
        if text:
            tidy.append({**run, "text": text})
    if tidy:
        tidy[-1]["text"] = tidy[-1]["text"].rstrip(" ")
    return [run for run in tidy if run["text"]]
