"""What a file brings beside what the bibliography has: new, known, twice in the file, unusable."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from community.pages.sorting import sort_key

from .exchange import Entry, Reading
from .identifiers import bare_doi
from .items import Item, year_of
from .people import inverted, people


class State(StrEnum):
    """What a candidate is."""

    NEW = "new"
    KNOWN = "known"
    TWICE = "twice"


@dataclass(frozen=True)
class Candidate:
    """An entry of a file: its ``number`` there, its state, the page that is the same work."""

    number: int
    entry: Entry
    state: State
    known: Any = None

    @property
    def title(self) -> str:
        return str(self.entry.item["title"])

    @property
    def authors(self) -> str:
        """The names, family name first, cut after three."""
        names = [inverted(name).rstrip(",") for name in people(self.entry.item, "author", "editor")]
        return "; ".join(names[:3]) + (" …" if len(names) > 3 else "")

    @property
    def year(self) -> int | None:
        return year_of(self.entry.item)


def candidates(reading: Reading, references: Any) -> list[Candidate]:
    """Return the entries of ``reading`` beside ``references``, a queryset of reference pages.

    Entries without a title go to ``reading.problems``.
    """
    known: dict[tuple[str, ...], Any] = {}
    for page in references:
        for mark in _marks(page.csl()):
            known.setdefault(mark, page)
    met: set[tuple[str, ...]] = set()
    found = []
    for number, entry in enumerate(reading.entries):
        if not str(entry.item.get("title") or "").strip():
            reading.refuse(entry.line, _("This entry has no title. Give it one."))
            continue
        marks = _marks(entry.item)
        page = next((known[mark] for mark in marks if mark in known), None)
        if page is not None:
            found.append(Candidate(number, entry, State.KNOWN, page))
        elif met & set(marks):
            found.append(Candidate(number, entry, State.TWICE))
        else:
            found.append(Candidate(number, entry, State.NEW))
        met |= set(marks)
    reading.problems.sort(key=lambda problem: problem.line)
    return found


def _marks(item: Item) -> list[tuple[str, ...]]:
    """By what a work is known again: its DOI; its title, year and first author."""
    marks: list[tuple[str, ...]] = []
    if doi := bare_doi(str(item.get("DOI") or "")):
        marks.append(("doi", doi.casefold()))
    if title := sort_key(item.get("title", "")):
        names = people(item, "author", "editor")
        first = names[0].get("family") or names[0].get("literal") or "" if names else ""
        marks.append(("title", title, str(year_of(item) or ""), sort_key(first)))
    return marks
