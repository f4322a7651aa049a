"""What the observatory counts: the défis that everybody may see, and what was told of them.

Nothing here depends on who looks: the numbers are public, and the same for all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.http import HttpRequest

from community.pages import active_language, of_anybody, visible
from events.models import EditionPage

from ..models import DefiIndexPage, DefiPage, FollowUpPage


@dataclass(frozen=True)
class Edition:
    """An edition that has défis. ``ended_on`` is ``None`` when no source gives its dates."""

    pk: int
    slug: str
    name: str
    ended_on: date | None
    path: str = ""


@dataclass(frozen=True)
class Told:
    """What one follow-up says of the state of a défi, and when."""

    day: date
    pk: int
    state: str
    fictional: bool


@dataclass
class Fate:
    """A défi and what was told of it, oldest first."""

    pk: int
    state: str
    initial_state: str
    edition: Edition | None
    told: list[Told] = field(default_factory=list)

    def state_on(self, day: date) -> str:
        """Return the state at the end of ``day``: that of the latest follow-up until then."""
        state = self.initial_state
        for told in self.told:
            if told.day > day:
                break
            state = told.state
        return state

    def told_since(self, day: date | None) -> list[Told]:
        """Return what was told after ``day``; everything when there is no day to go by."""
        return [told for told in self.told if day is None or told.day > day]


class Reading:
    """The défis below ``index`` of the edition called ``wanted``, of all editions if none is."""

    def __init__(self, index: DefiIndexPage, request: HttpRequest, wanted: str = "") -> None:
        self.index = index
        self.request = of_anybody(request)
        self.edition = next((one for one in self.editions if one.slug == wanted), None)

    @cached_property
    def editions(self) -> list[Edition]:
        """The visible editions that have défis here, the latest first."""
        used = {row[4] for row in self._rows if self._here(row)}
        pages = visible(self.request, EditionPage).order_by("-year")
        found = pages.values_list("pk", "slug", "short_name", "year", "ends_on", "path")
        return [
            Edition(pk, slug, name or str(year), ends_on, path)
            for pk, slug, name, year, ends_on, path in found
            if pk in used
        ]

    @cached_property
    def fates(self) -> list[Fate]:
        """The défis in the active language, with what was told of them in whichever language."""
        editions = {edition.pk: edition for edition in self.editions}
        by_key: dict[object, Fate] = {}
        for row in self._rows:
            _path, key, _code, pk, edition_pk, state, initial = row
            edition = editions.get(edition_pk)
            if self._here(row) and self.edition in (None, edition):
                by_key[key] = Fate(pk, state, initial, edition)
        owners = {row[0]: by_key[row[1]] for row in self._rows if row[1] in by_key}
        for path, told in self._told():
            if owner := owners.get(path):
                owner.told.append(told)
        return list(by_key.values())

    @cached_property
    def owners(self) -> dict[int, Fate]:
        """The défi of each follow-up, by the key of the follow-up."""
        return {told.pk: fate for fate in self.fates for told in fate.told}

    @property
    def fictional(self) -> int:
        """How many of the follow-ups read were made up as examples."""
        return sum(told.fictional for fate in self.fates for told in fate.told)

    @cached_property
    def _rows(self) -> list[tuple]:
        columns = ("path", "translation_key", "locale__language_code", "pk", "edition_id")
        defis = visible(self.request, DefiPage, language="all").order_by("path")
        return list(defis.values_list(*columns, "state", "initial_state"))

    def _here(self, row: tuple) -> bool:
        return row[2] == active_language() and row[0].startswith(self.index.path)

    def _told(self) -> Iterator[tuple[str, Told]]:
        """The public follow-ups with the tree path of their défi, oldest first."""
        pages = visible(self.request, FollowUpPage, language="all").order_by("date", "pk")
        for path, *told in pages.values_list("path", "date", "pk", "state", "fictional"):
            yield path[: -FollowUpPage.steplen], Told(*told)
