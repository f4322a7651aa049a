"""What somebody asked, and what is looked for: what they typed, then something more forgiving."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from django.http import HttpRequest
from modelsearch.query import SearchQuery

from community.pages.visibility import active_language
from community.search.most import most_of
from community.search.queries import worded
from community.search.spelling import corrected
from community.search.wider import wider_search


@dataclass(frozen=True)
class Step:
    """One way to answer.

    ``name`` says how forgiving it is: ``"all"`` the words typed, ``"corrected"`` all the words of
    ``text``, which is what was typed with its errors put right, ``"most"`` of the words of
    ``text``. ``also`` are the equivalents that ``query`` looks for too.
    """

    name: Literal["all", "corrected", "most"]
    text: str
    query: SearchQuery
    also: tuple[str, ...] = ()


class Asked:
    """A question: the text typed, and the steps to take until one of them finds something."""

    def __init__(self, request: HttpRequest, text: str, exact: bool = False) -> None:
        self.request = request
        self.text = text
        self.exact = exact

    @cached_property
    def corrected(self) -> str:
        """The text without its typing errors; empty when no word of it seems mistyped."""
        return corrected(self.request, self.text)

    def steps(self) -> Iterator[Step]:
        """Yield what to look for: take the first step that finds something.

        Each is made when it is asked for. With ``exact`` there is one, the very words typed.
        """
        first = self._step("all", self.text)
        yield first
        if self.exact:
            return
        if self.corrected:
            first = self._step("corrected", self.corrected)
            yield first
        if most := most_of(first.query):
            yield Step("most", first.text, most, first.also)

    def _step(self, name: Literal["all", "corrected"], text: str) -> Step:
        if not self.exact and (wider := wider_search(self.request, text)):
            return Step(name, text, wider.query, wider.also)
        return Step(name, text, worded(text, [active_language()]))


def asking(request: HttpRequest, text: str, exact: bool = False) -> Asked:
    """Return what to look for when somebody asks for ``text``, in steps of forgiveness.

    For step in ``asking(…).steps()``: ``scored(queryset, step.query)``, until something is found.
    ``exact`` looks for the very words: no equivalent, no correction, none left out.
    """
    return Asked(request, text, exact)
