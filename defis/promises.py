"""Steps promised, and what became of them: the latest follow-up that holds a step says it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from .models import FollowUpPage


@dataclass(frozen=True)
class Promise:
    """A step as the follow-up of ``told_on`` tells it; ``key`` follows it through follow-ups."""

    key: str
    text: str
    due: date | None
    done: bool
    given_up: bool
    told_on: date

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return not (self.done or self.given_up)

    @property
    def is_late(self) -> bool:
        """Whether its day has passed."""
        return self.is_open and self.due is not None and self.due < timezone.localdate()


def promises_in(follow_up: FollowUpPage) -> list[Promise]:
    """Return the steps that one follow-up tells of, in its order."""
    return [
        Promise(
            key=str(block.id),
            text=block.value["text"],
            due=block.value["due"],
            done=bool(block.value["done"]),
            given_up=bool(block.value["given_up"]),
            told_on=follow_up.date,
        )
        for block in follow_up.next_steps
    ]


def latest_promises(follow_ups: Iterable[FollowUpPage]) -> dict[str, Promise]:
    """Return each step by its key, as the latest of ``follow_ups`` tells it; any order."""
    found: dict[str, Promise] = {}
    for follow_up in sorted(follow_ups, key=lambda page: (page.date, page.pk or 0)):
        found |= {promise.key: promise for promise in promises_in(follow_up)}
    return found
