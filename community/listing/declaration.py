"""What an index page declares of its list: facets, sorts, layouts, columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

CARDS = "cards"
TABLE = "table"
LAYOUT_LABELS = {CARDS: _("Cards"), TABLE: _("Table")}


@dataclass(frozen=True)
class Facet:
    """A filter whose options are the values really used by the pages of the list.

    ``name`` is the query parameter, ``value`` the ORM path of what stands in the address (a slug
    or a code) and ``title`` the path of what people read; without ``title``, ``choices`` gives
    the words of a code. Options are sorted by label, or in the order of ``choices``. When the
    values are pages, ``page`` is the ORM path of these pages: those that the visitor may not
    see are not offered.
    """

    name: str
    label: Any
    value: str
    title: str = ""
    choices: Sequence[tuple[Any, Any]] = ()
    page: str = ""


@dataclass(frozen=True)
class Sort:
    """An order of the list; the first declared is the default one."""

    name: str
    label: Any
    order_by: tuple[str, ...]


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
    number. Other pages are prefetched through ``visible(request)``.
    """

    model: type[Page]
    facets: tuple[Facet, ...] = ()
    sorts: tuple[Sort, ...] = (Sort("titre", _("Title"), ("sort_title",)),)
    layouts: tuple[str, ...] = (CARDS, TABLE)
    columns: tuple[Column, ...] = ()
    related: Callable[[Any, HttpRequest], Any] = field(default=lambda pages, request: pages)
    page_size: int = 24
