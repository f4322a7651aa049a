"""Reads a page by the rules of Zotero's translators "Embedded Metadata" and "COinS".

Only the rules are theirs (github.com/zotero/translators, github.com/zotero/utilities).
"""

import re
from typing import Any
from urllib.parse import unquote

from bs4 import BeautifulSoup

_TYPES = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
_FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_inbook_title": "publicationTitle",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_dissertation_institution": "university",
    "citation_technical_report_institution": "institution",
    "citation_publisher": "publisher",
    "citation_isbn": "ISBN",
    "citation_doi": "DOI",
    "citation_public_url": "url",
    "citation_language": "language",
}
_BOOKS = {"bookitem": "bookSection", "proceeding": "conferencePaper", "report": "report"}
_KEYS = {
    "rft.date": "date",
    "rft.volume": "volume",
    "rft.issue": "issue",
    "rft.pages": "pages",
    "rft.jtitle": "publicationTitle",
    "rft.pub": "publisher",
    "rft.publisher": "publisher",
    "rft.inst": "publisher",
    "rft.place": "place",
}


def clean_author(name: str) -> tuple[str, str]:
    """Return (family, given): cut at the comma if there is one, else before the last word."""
    comma = "," in name
    name = name.strip(" .,/[]:")
    if comma:
        family, _comma, given = name.partition(",")
        # A lone capital is an initial, and gets its point.
        return family.strip(), re.sub(r"\b([A-ZÀ-Þ])(?=\s|$)", r"\1.", given.strip())
    given, _blank, family = name.rpartition(" ")
    return family, given


def embedded(html: str) -> dict[str, Any]:
    """Return the item that the head of a page describes."""
    tags = [
        (tag.get("name") or tag.get("property"), tag["content"])
        for tag in BeautifulSoup(html, "html.parser").head.find_all("meta", content=True)
    ]
    item: dict[str, Any] = {"itemType": dict(tags).get("z:itemType")}
    for name, _content in tags:
        # The last one in the page decides.
        item["itemType"] = _TYPES.get(name, item["itemType"])
    for name, field in _FIELDS.items():
        values = [content for tag, content in tags if tag == name]
        if values:
            item[field] = values[0]
    first, last = (dict(tags).get(f"citation_{edge}page") for edge in ("first", "last"))
    item["pages"] = "-".join(filter(None, (first, last)))
    nodes = [content for tag, content in tags if tag == "citation_author"]
    item["authors"] = []
    for node in nodes:
        names = re.split(r"\s*;\s*", node)
        if len(names) == len(nodes) == 1:
            parts = re.split(r"\s*,\s*", names[0])
            if len(parts) > 1 and " " in parts[0] and " " in parts[1]:
                names = parts
        item["authors"] += [clean_author(name) for name in names if name.strip()]
    return item


def coins_of(html: str) -> list[dict[str, Any]]:
    """Return the items of the COinS of a page."""
    spans = BeautifulSoup(html, "html.parser").select("span.Z3988[title]")
    return [context_object(str(span["title"])) for span in spans]


def context_object(title: str) -> dict[str, Any]:
    """Return the item of one context object."""
    parts = title.split("&")
    pairs = [(key, unquote(value)) for key, _equal, value in (p.partition("=") for p in parts)]
    matrix = dict(pairs)["rft_val_fmt"].removeprefix("info:ofi/fmt:kev:mtx:")
    genre = dict(pairs).get("rft.genre", "")
    kinds = {"journal": "journalArticle", "dissertation": "thesis", "dc": "webpage"}
    kind = kinds.get(matrix) or _BOOKS.get(genre, "book")
    item: dict[str, Any] = {"itemType": kind, "authors": []}
    within = kind in ("journalArticle", "bookSection", "conferencePaper")
    for key, value in pairs:
        if key == "rft_id" and value.startswith("info:doi/"):
            item["DOI"] = value.removeprefix("info:doi/")
        elif key == "rft_id" and value.startswith("urn:isbn:"):
            item["ISBN"] = value.removeprefix("urn:isbn:")
        elif key == "rft_id" and value.startswith("http"):
            item["url"] = value
        elif key == "rft.btitle":
            item["publicationTitle" if within else "title"] = value
        elif key == "rft.atitle" and within:
            item["title"] = value
        elif key == "rft.title":
            item["publicationTitle" if within else "title"] = value
        elif key in ("rft.au", "rft.creator"):
            item["authors"].append(clean_author(value))
        elif key == "rft.aulast":
            item["authors"].append((value, dict(pairs).get("rft.aufirst", "")))
        elif key == "rft.aucorp":
            item["authors"].append((value, ""))
        elif key == "rft.type" and matrix == "dc":
            item["itemType"] = value
        elif key in _KEYS:
            item[_KEYS[key]] = value
    return item
