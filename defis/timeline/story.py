"""The story of a défi as one visitor asks for it: ``?suivi=…``."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from ..steps import Step, fates
from .entries import Entry, Kind, entries_of
from .media import SHOWN, thumbnails

NAME, EVERYTHING = "suivi", "tout"
#: So many entries at first; the rest are one link away.
LATEST = 10


@dataclass(frozen=True)
class Filter:
    """A way to look at the story: its address, and how many entries it holds."""

    value: str
    label: Any
    number: int
    current: bool


@dataclass(frozen=True)
class Story:
    """What became of a défi. ``parts`` are lists of entries: several quiet ones in a row, or one.

    ``promised`` are the défi's own next steps, each with the step that follow-ups made of it, if
    any; ``steps`` the others. ``more`` says how many older entries are left out.
    """

    parts: list[list[Entry]]
    filters: list[Filter]
    steps: list[Step]
    promised: list[tuple[str, Step | None]]
    more: int
    total: int

    @property
    def filtered(self) -> bool:
        """Whether a filter is in force."""
        return any(one.current for one in self.filters)


def story_of(
    defi: Any,
    follow_ups: list[Any],
    obstacles: dict[int, list[Any]],
    request: HttpRequest,
    today: date | None = None,
) -> Story:
    """Return the story of ``defi`` from its visible ``follow_ups`` and the rows of these.

    A value of ``?suivi=`` that means nothing is as none at all.
    """
    entries = entries_of(follow_ups, defi.initial_state, obstacles)
    asked = request.GET.get(NAME, "")
    kinds = [kind for kind in Kind if any(kind in entry.kinds for entry in entries)]
    kind = next((kind for kind in kinds if kind.value == asked), None)
    shown = [entry for entry in entries if kind in entry.kinds] if kind else entries
    if kind is None and asked != EVERYTHING:
        shown = shown[:LATEST]
    steps = {step.key: step for step in fates(follow_ups, today or timezone.localdate())}
    promised = [(str(item.value), _became(item, steps)) for item in defi.next_steps]
    return Story(
        parts=_parts(_with_pictures(shown)),
        filters=_filters(entries, kinds, kind),
        steps=list(steps.values()),
        promised=promised,
        more=0 if kind else len(entries) - len(shown),
        total=len(entries),
    )


def _became(item: Any, steps: dict[str, Step]) -> Step | None:
    """Take out of ``steps`` the one that a step of the fiche became: same key, else same words."""
    words = str(item.value).strip().casefold()
    same = (key for key, step in steps.items() if step.text.strip().casefold() == words)
    key = item.id if item.id in steps else next(same, None)
    return steps.pop(key) if key else None


def _filters(entries: list[Entry], kinds: list[Kind], current: Kind | None) -> list[Filter]:
    """The filters that hold something; none when they would all hold the same."""
    found = [
        Filter(kind.value, kind.label, sum(kind in one.kinds for one in entries), kind is current)
        for kind in kinds
    ]
    return found if any(one.number < len(entries) for one in found) or current else []


def _parts(entries: list[Entry]) -> list[list[Entry]]:
    """Put the quiet entries that follow one another together."""
    parts: list[list[Entry]] = []
    for entry in entries:
        if entry.quiet and parts and parts[-1][0].quiet:
            parts[-1].append(entry)
        else:
            parts.append([entry])
    return parts


def _with_pictures(entries: list[Entry]) -> list[Entry]:
    """Give each entry the small versions of its first photos, read together."""
    made = thumbnails(photo.image for entry in entries for photo in entry.photos[:SHOWN])
    return [
        replace(
            entry,
            pictures=[
                (made[photo.image], photo.alt)
                for photo in entry.photos[:SHOWN]
                if photo.image in made
            ],
        )
        for entry in entries
    ]
