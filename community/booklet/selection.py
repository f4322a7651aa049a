"""What an address asks a booklet to hold. Nothing is kept on the server: the address is all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

PAGES, TITLE, BEFORE = "pages", "titre", "avant"
#: So many pages are a thick booklet, and a second of work for the server.
MOST = 60
LONGEST_TITLE = 120
# Longer numbers are no keys of pages, and more than some databases can compare.
_DIGITS = 9
_LONGEST_TEXT = 5000


@dataclass(frozen=True)
class Selection:
    """The keys of the pages in their order, the title given to them, and how many were too many.

    ``before`` is the selection before the last change, so that it can be undone.
    """

    pages: tuple[int, ...] = ()
    title: str = ""
    too_many: int = 0
    before: tuple[int, ...] = ()

    @classmethod
    def read(cls, data: QueryDict) -> "Selection":
        """Return what the query string asks for; what cannot be read is left out."""
        keys = _keys(data.getlist(PAGES))
        title = " ".join(data.get(TITLE, "").replace("\0", "").split())[:LONGEST_TITLE]
        before = _keys(data.getlist(BEFORE))
        return cls(keys[:MOST], title, max(0, len(keys) - MOST), before[:MOST])

    @property
    def query(self) -> str:
        """This selection as ``?pages=12,34&titre=…``, empty for an empty one."""
        asked = {PAGES: _text(self.pages), TITLE: self.title, BEFORE: _text(self.before)}
        found = urlencode({name: value for name, value in asked.items() if value}, safe=",")
        return f"?{found}" if found else ""

    @property
    def text(self) -> str:
        """The keys as the address writes them: ``12,34``."""
        return _text(self.pages)

    def with_pages(self, pages: Iterable[int], *, undo: bool = False) -> "Selection":
        """Return the selection with other pages; ``undo`` keeps these ones to come back to."""
        return replace(self, pages=tuple(pages), too_many=0, before=self.pages if undo else ())

    def moved(self, place: int, by: int) -> "Selection":
        """Return the selection with the page at ``place`` moved by so many places."""
        pages = list(self.pages)
        pages.insert(max(0, place + by), pages.pop(place))
        return self.with_pages(pages)


def _keys(texts: list[str]) -> tuple[int, ...]:
    """Return the whole numbers in the texts, each once, in their order."""
    words = ",".join(texts)[:_LONGEST_TEXT].split(",")
    keys = (word.strip() for word in words)
    found = (int(key) for key in keys if key.isascii() and key.isdigit() and len(key) <= _DIGITS)
    return tuple(dict.fromkeys(found))


def _text(keys: tuple[int, ...]) -> str:
    return ",".join(str(key) for key in keys)
