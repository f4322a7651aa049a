"""The graph of reuse as a tree to read: each page once, cycles cut where they come back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from community.pages import is_visible

from ..models import DefiPage, PrototypePage
from .graph import Graph, graph_around

#: Deeper generations are not drawn.
DEEPEST = 10


@dataclass
class Node:
    """A page in the tree. ``again``: it stands elsewhere, where what comes of it is told.

    ``doubtful``: no source states that it comes of the page above.
    """

    page: Any
    place: str
    year: int | None
    depth: int
    current: bool = False
    again: bool = False
    doubtful: bool = False
    children: list["Node"] = field(default_factory=list)

    @property
    def is_defi(self) -> bool:
        """Whether it is a défi, else a prototype."""
        return isinstance(self.page, DefiPage)

    @property
    def hue(self) -> str:
        """The phase whose hue a défi takes; a prototype has none."""
        return str(getattr(self.page, "phase", ""))

    @property
    def where(self) -> str:
        """Its place and its year, what is known of them."""
        parts = [self.place, "" if str(self.year) in self.place else self.year]
        return " ".join(str(part) for part in parts if part)

    def walk(self) -> Iterator["Node"]:
        """Itself, then all that comes of it."""
        yield self
        for child in self.children:
            yield from child.walk()


def tree_of(page: DefiPage | PrototypePage, request: HttpRequest) -> list[Node]:
    """Return the roots of the tree of reuse that ``page`` belongs to, the oldest first."""
    graph = graph_around(page, request)
    order = _order(graph, request)
    drawn: set[int] = set()
    roots = []
    # Those that come of nothing; then, for a circle that nothing leads to, its oldest page.
    for key in [*(key for key in order if not graph.parents[key]), *order]:
        if key not in drawn:
            roots.append(_node(key, 0, page.pk, graph, order, drawn, request))
    return roots


def _order(graph: Graph, request: HttpRequest) -> list[int]:
    def place(key: int) -> tuple[int, str, int]:
        page = graph.pages[key]
        return year_of(page, request) or 9999, page.sort_title, key

    return sorted(graph.pages, key=place)


def _node(
    key: int,
    depth: int,
    current: int,
    graph: Graph,
    order: list[int],
    drawn: set[int],
    request: HttpRequest,
) -> Node:
    page = graph.pages[key]
    node = Node(page, place_of(page, request), year_of(page, request), depth, key == current)
    node.again = key in drawn
    drawn.add(key)
    if not node.again and depth < DEEPEST:
        below = [other for other in order if other in graph.children[key]]
        node.children = [
            _node(other, depth + 1, current, graph, order, drawn, request) for other in below
        ]
        for child in node.children:
            child.doubtful = (key, child.page.pk) in graph.doubtful
    return node


def year_of(page: DefiPage | PrototypePage, request: HttpRequest) -> int | None:
    """Return the year of its edition, else that of its publication."""
    if page.edition and is_visible(request, page.edition):
        return page.edition.year
    return page.first_published_at.year if page.first_published_at else None


def place_of(page: DefiPage | PrototypePage, request: HttpRequest) -> str:
    """Return the territory of a défi, else the site where the page was worked on."""
    if isinstance(page, DefiPage):
        for row in page.territories.all():
            return str(row.territory)
    if page.campus and is_visible(request, page.campus):
        return str(page.campus.territory or page.campus.title)
    return ""
