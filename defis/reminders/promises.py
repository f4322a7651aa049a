"""What was promised last time."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from wagtail.models import PageViewRestriction

from ..models import DefiPage, FollowUpPage, Team

#: An e-mail is read on a phone: the rest is on the page.
IN_MAIL = 5


@dataclass(frozen=True)
class Promise:
    """A step that nobody has said done or given up."""

    text: str
    due: date | None = None


def promises(team: Team, defi: DefiPage) -> list[Promise]:
    """Return the open steps that ``team`` may see, the latest follow-up's first.

    A step carried from one follow-up to the next is the same one: the latest says its fate.
    Before any follow-up has steps, those that the fiche itself announces.
    """
    readable = (
        Q(view_restrictions=None)
        | Q(view_restrictions__restriction_type=PageViewRestriction.LOGIN)
        | Q(view_restrictions__groups=team.group_id)
    )
    follow_ups = FollowUpPage.objects.live().below(defi).filter(readable).distinct()
    seen: dict[str, Promise | None] = {}
    for follow_up in follow_ups.order_by("-date", "-pk"):
        for step in follow_up.next_steps:
            settled = step.value.get("done") or step.value.get("given_up")
            promise = Promise(step.value["text"], step.value.get("due"))
            seen.setdefault(step.id, None if settled else promise)
    if seen:
        return [promise for promise in seen.values() if promise]
    return [Promise(str(step.value)) for step in defi.next_steps]
