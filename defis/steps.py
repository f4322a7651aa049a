"""The steps promised, and what became of each: its block's id follows it through follow-ups."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .models.state import State


class Fate(models.TextChoices):
    """What became of a step."""

    DONE = "done", pgettext_lazy("step", "done")
    GIVEN_UP = "given_up", pgettext_lazy("step", "given up")
    LATE = "late", _("late")
    OPEN = "open", _("still to do")


@dataclass(frozen=True)
class Step:
    """A step as the latest follow-up that holds it tells it.

    ``promised`` is the date of the first follow-up that holds it, ``None`` when that one already
    said that it was done; ``settled`` the date of the follow-up that first said so for good.
    """

    key: str
    text: str
    due: date | None
    promised: date | None
    settled: date | None
    fate: Fate

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.fate in (Fate.OPEN, Fate.LATE)

    @property
    def is_late(self) -> bool:
        """Whether it is still to be done and its day has passed."""
        return self.fate == Fate.LATE


def steps_told(follow_ups: Iterable[Any], today: date | None = None) -> list[Step]:
    """Return the steps of ``follow_ups`` in the order they were promised, as known on ``today``.

    Give the follow-ups that whoever asks may read, in any order: what the others say stays
    unknown.
    """
    found: dict[str, Step] = {}
    for follow_up in _ordered(follow_ups):
        for key, value in blocks_of_steps(follow_up):
            before = found.get(key)
            found[key] = _told(key, value, before, follow_up.date, today or timezone.localdate())
    return list(found.values())


def fates(follow_ups: Iterable[Any], today: date) -> list[Step]:
    """Return :func:`steps_told`; a défi that stops gives up what was left to do."""
    ordered = _ordered(follow_ups)
    found = steps_told(ordered, today)
    if ordered and ordered[-1].state == State.STOPPED:
        return [_left(step, ordered[-1].date) for step in found]
    return found


def steps_known(defi: Any, follow_ups: Iterable[Any]) -> list[Step]:
    """Return :func:`steps_told`; before any follow-up has steps, those that the fiche announces."""
    return steps_told(follow_ups) or [
        Step(str(block.id), str(block.value), None, None, None, Fate.OPEN)
        for block in defi.next_steps
    ]


def blocks_of_steps(follow_up: Any) -> list[tuple[str, Any]]:
    """Return the steps that a follow-up holds, each with what tells it from the others."""
    children = enumerate(follow_up.next_steps)
    return [(child.id or f"{follow_up.pk}-{n}", child.value) for n, child in children]


def step_block(
    text: str, due: date | None = None, *, done: bool = False, given_up: bool = False, key: str = ""
) -> dict[str, Any]:
    """Return a step as a follow-up keeps it; without the ``key`` that it had it is a new one."""
    value = {"text": text, "due": due, "done": done, "given_up": given_up}
    return {"type": "step", "value": value, **({"id": key} if key else {})}


def _ordered(follow_ups: Iterable[Any]) -> list[Any]:
    return sorted(follow_ups, key=lambda page: (page.date, page.pk or 0))


def _left(step: Step, day: date) -> Step:
    """The step once its défi stopped on ``day``."""
    return replace(step, fate=Fate.GIVEN_UP, settled=day) if step.is_open else step


def _told(key: str, value: Any, before: Step | None, day: date, today: date) -> Step:
    """The step as a follow-up of ``day`` tells it, after what was told ``before``."""
    due = value.get("due")
    if value.get("done"):
        fate = Fate.DONE
    elif value.get("given_up"):
        fate = Fate.GIVEN_UP
    else:
        fate = Fate.LATE if due and due < today else Fate.OPEN
    settled = None
    if fate in (Fate.DONE, Fate.GIVEN_UP):
        settled = before.settled if before and before.fate == fate else day
    promised = before.promised if before else (None if settled else day)
    return Step(key, value["text"], due, promised, settled, fate)
