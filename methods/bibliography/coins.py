"""COinS: an OpenURL in the title of an empty span, by which Zotero reads lists of references.

Keys: ANSI/NISO Z39.88-2004, matrices journal, book, dissertation and dc.
"""

from urllib.parse import quote

from .items import Item
from .people import date_parts, inverted, pages_of, people
from .zotero import item_type

_FORMATS = {
    "journalArticle": ("journal", "article"),
    "book": ("book", "book"),
    "bookSection": ("book", "bookitem"),
    "conferencePaper": ("book", "proceeding"),
    "report": ("book", "report"),
    "thesis": ("dissertation", ""),
}
# The title of the item and of what holds it, by format and genre.
_TITLES = {
    "article": ("atitle", "jtitle"),
    "book": ("btitle", ""),
    "report": ("btitle", ""),
    "bookitem": ("atitle", "btitle"),
    "proceeding": ("atitle", "btitle"),
}


def coins(item: Item) -> str:
    """Return the context object of an item: the value of ``title``, to be escaped as such."""
    kind = item_type(item)
    matrix, genre = _FORMATS.get(kind, ("dc", ""))
    pairs = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{matrix}")]
    pairs += [("rft.genre", genre), ("rft.type", kind if matrix == "dc" else "")]
    title, holder = _TITLES.get(genre, ("title", "source"))
    pairs.append((f"rft.{title}", item["title"]))
    if holder:
        pairs.append((f"rft.{holder}", item.get("container-title")))
    pairs += _names(item, matrix) + _identifiers(item, matrix) + _publication(item, matrix)
    day = "-".join(f"{part:02d}" for part in date_parts(item.get("issued")))
    pairs += [("rft.date", day), ("rft.language", item.get("language"))]
    return "&".join(f"{key}={quote(str(value), safe='')}" for key, value in pairs if value)


def _names(item: Item, matrix: str) -> list[tuple[str, object]]:
    names = people(item, "author") or people(item, "editor")
    if matrix == "dc":
        return [("rft.creator", inverted(name)) for name in names]
    first: list[tuple[str, object]] = []
    if names and names[0].get("literal"):
        first = [("rft.aucorp", names[0]["literal"])]
    elif names:
        family, _comma, given = inverted(names[0]).partition(",")
        first = [("rft.aulast", family), ("rft.aufirst", given.strip())]
    return first + [("rft.au", inverted(name)) for name in names[1:]]


def _identifiers(item: Item, matrix: str) -> list[tuple[str, object]]:
    found = []
    if doi := item.get("DOI"):
        found.append(("rft_id", f"info:doi/{doi}"))
    if isbn := item.get("ISBN"):
        found.append(("rft_id", f"urn:isbn:{isbn}"))
    if url := item.get("URL"):
        found.append(("rft_id", url))
    if matrix in ("journal", "book"):
        found.append(("rft.issn", item.get("ISSN")))
    return found


def _publication(item: Item, matrix: str) -> list[tuple[str, object]]:
    if matrix == "dissertation":
        return [("rft.inst", item.get("publisher")), ("rft.degree", item.get("genre"))]
    pairs: list[tuple[str, object]] = []
    if matrix in ("journal", "book"):
        first, last = pages_of(item)
        pairs = [("rft.pages", f"{first}-{last}" if last else first)]
    if matrix == "journal":
        return [*pairs, ("rft.volume", item.get("volume")), ("rft.issue", item.get("issue"))]
    pairs.append(("rft.publisher" if matrix == "dc" else "rft.pub", item.get("publisher")))
    if matrix == "book":
        pairs += [("rft.place", item.get("publisher-place")), ("rft.edition", item.get("edition"))]
        pairs.append(("rft.series", item.get("collection-title")))
    return pairs
