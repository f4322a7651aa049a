"""Two things in one room, somebody in two places, and who has not said yes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from django.utils.translation import gettext as _

from community.models import Person

from .warning import ERROR, WARNING, Warning, about
from .working import WorkingEntry


def overlap(one: WorkingEntry, other: WorkingEntry) -> bool:
    """Return whether two slots share an instant; one without an end lasts but its start."""
    if one.start == other.start:
        return True
    return one.start < (other.end or other.start) and other.start < (one.end or one.start)


def room_clashes(entries: Iterable[WorkingEntry]) -> Iterator[Warning]:
    """Warn of sessions in the same room at the same time."""
    rooms = defaultdict(list)
    for entry in entries:
        if entry.slot.room_id:
            rooms[entry.slot.room_id].append(entry)
    for found in rooms.values():
        for one, other in combinations(found, 2):
            if overlap(one, other):
                text = _("%(room)s: “%(one)s” and “%(other)s” at the same time.")
                names = {"room": one.room, "one": one.title, "other": other.title}
                yield about("room_clash", ERROR, text % names, one, other)


def speakers(entries: Iterable[WorkingEntry]) -> Iterator[Warning]:
    """Warn of who is in two places and of who has not confirmed.

    A relay is not a repeat: who speaks is at the origin alone.
    """
    given = defaultdict(list)
    waiting = []
    for entry in entries:
        for speaker in entry.speakers if not entry.is_relay else ():
            given[speaker.person].append(entry)
            if not speaker.confirmed:
                waiting.append((speaker.person, entry))
    people = Person.objects.in_bulk(given)
    for person, entry in waiting:
        text = _("“%(title)s”: %(person)s has not confirmed yet.")
        names = {"title": entry.title, "person": people[person]}
        yield about("unconfirmed", WARNING, text % names, entry)
    for person, found in given.items():
        for one, other in combinations(found, 2):
            # A session in two rooms is one session, with whoever speaks in it.
            if one.session.pk != other.session.pk and overlap(one, other):
                text = _("%(person)s is in “%(one)s” and in “%(other)s” at the same time.")
                names = {"person": people[person], "one": one.title, "other": other.title}
                yield about("speaker_clash", ERROR, text % names, one, other)
