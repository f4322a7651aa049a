"""What an index page declares of its list: filters, sorts, layouts, columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .filters import Filter

CARDS = "cards"
TABLE = "table"
LAYOUT_LABELS = {CARDS: _("Cards"), TABLE: _("Table")}


@dataclass(frozen=True)
class Sort:
    """An order of the list (names of fields or expressions); the first declared is the default."""

    name: str
    label: Any
    order_by: tuple[Any, ...]


@dataclass(frozen=True)
class Look:
    """A way to show the list that filters nothing, and that the address keeps.

    ``name`` is the query parameter; ``choices`` are its words with their labels, the first being
    the one without the parameter.
    """

    name: str
    label: Any
    choices: Sequence[tuple[str, Any]]


@dataclass(frozen=True)
class Column:
    """A column of the table layout; ``cell`` turns a page into text. The title comes first."""

    label: Any
    cell: Callable[[Any], Any]


@dataclass(frozen=True)
class Listing:
    """One list of pages: ``model``, how to find, sort and show them.

    ``related`` takes a queryset and the request and prepares what a card or a row shows
    (select_related, prefetch_related): nothing more is asked of the database, whatever their
    number. Other pages are prefetched through ``visible(request)``. ``cards`` is the template
    of the cards layout, for a list that has its own.
    """

    model: type[Page]
    facets: tuple[Filter, ...] = ()
    sorts: tuple[Sort, ...] = (Sort("titre", _("Title"), ("sort_title",)),)
    layouts: tuple[str, ...] = (CARDS, TABLE)
    columns: tuple[Column, ...] = ()
    looks: tuple[Look, ...] = ()
    related: Callable[[Any, HttpRequest], Any] = field(default=lambda pages, request: pages)
    page_size: int = 24
    cards: str = "community/listing/cards.html"
