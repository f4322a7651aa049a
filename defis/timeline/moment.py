"""One follow-up among those of its défi: what stood then, what came after."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ..steps import Step, blocks_of_steps, fates


@dataclass(frozen=True)
class Moment:
    """The follow-ups just ``earlier`` and ``later``, and the ``steps`` that this one holds.

    Each step comes as it stood that day, with what later follow-ups made of it: ``None`` when
    they say nothing else.
    """

    earlier: Any
    later: Any
    steps: list[tuple[Step, Step | None]]


def moment_of(page: Any, follow_ups: list[Any], today: date) -> Moment:
    """Return ``page`` among the visible ``follow_ups`` of its défi, itself included or not.

    A preview may show it before it is published, or changed: what it says itself counts.
    """
    others = [other for other in follow_ups if other.pk != page.pk]
    place = (page.date, page.pk or float("inf"))
    before = [other for other in others if (other.date, other.pk) < place]
    after = [other for other in others if (other.date, other.pk) > place]
    then = {step.key: step for step in fates([*before, page], page.date)}
    now = {step.key: step for step in fates([*before, page, *after], today)}
    held = [key for key, _value in blocks_of_steps(page)]
    return Moment(
        earlier=max(before, key=_place, default=None),
        later=min(after, key=_place, default=None),
        steps=[(then[key], now[key] if now[key].fate != then[key].fate else None) for key in held],
    )


def _place(page: Any) -> tuple[date, int]:
    return page.date, page.pk
