"""What the search finds beside pages, and what it says of each thing found."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest


@dataclass(frozen=True)
class Result:
    """One thing found, in plain text.

    ``text`` is what its extract is taken from. ``place`` says where it stands, ``facts`` what else
    to know before opening it (“PDF, 120 KB”), ``page`` is the title and the address of a page that
    carries it, which is found by itself when its source tells the ``carriers``.
    """

    title: str
    url: str
    text: str = ""
    place: str = ""
    facts: str = ""
    page: tuple[str, str] = ("", "")


class Brief(NamedTuple):
    """An object in three texts, whichever its source chose."""

    pk: int
    first: str
    second: str
    third: str


@dataclass(frozen=True)
class SearchSource:
    """Things that the search finds beside pages: the objects of one model.

    ``name`` stands in addresses (``?type=…``) and never changes; ``label`` is what one of them
    is called, ``plural`` several. ``objects`` is a queryset of an indexed model: only what the
    visitor may know of, in the active language. ``results`` turns some of them into what is shown,
    one each, in their order; it asks the database a fixed number of times. ``carriers`` gives the
    pages that carry some of the objects, as pairs of a page's key and an object's: they stay under
    filters that leave these pages, and are listed without words too. Without it neither is so.
    With ``columns``, names of columns or expressions, three texts that suffice to show an object
    are read together with those of other sources: ``results`` is given a :class:`Brief` for each.
    """

    name: str
    label: Any
    plural: Any
    objects: QuerySet
    results: Callable[[Sequence[Any], HttpRequest], Iterable[Result]]
    columns: tuple[Any, ...] = ()
    carriers: Callable[[QuerySet], Iterable[tuple[int, int]]] | None = None

    @property
    def type_key(self) -> int:
        """The key of the content type of its objects."""
        return ContentType.objects.get_for_model(self.objects.model).pk
