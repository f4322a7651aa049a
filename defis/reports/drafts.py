"""Drafts: what was typed, kept as it was typed until it is sent. No HTTP here."""

import re
from collections.abc import Mapping
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from ..models import FollowUpPage, Membership, ReportDraft, Team
from .marks import Mark

#: For how long what was never sent waits for its author, and the trace of what was sent stays.
LIFE = timedelta(days=60)
#: Somebody whose draft moved less than this ago is taken to be writing.
LATELY = timedelta(minutes=30)

#: The names of what is typed; whatever else a request holds is not kept.
_NAMES = re.compile(
    r"state|text|title|learnt|audience|promised-[\w-]{1,64}-(?:fate|text|due)"
    r"|step-[0-9]{1,2}-(?:text|due)|obstacle-[0-9]{1,2}-(?:factor|text|lifted|how|lever)"
    r"|file-[0-9]{1,12}-(?:alt|decorative|remove)|kept-[\w-]{1,64}-remove"
)
#: Nobody types as much; beyond, a form is not what makes the request.
MOST_NAMES, LONGEST = 500, 50_000


def typed(posted: Mapping[str, str]) -> dict[str, str]:
    """Return what was typed in a form: known names, no more than a page holds, no NUL byte."""
    names = [name for name in posted if _NAMES.fullmatch(name)][:MOST_NAMES]
    return {name: posted[name].replace("\0", "")[:LONGEST] for name in names}


def open_drafts(membership: Membership) -> QuerySet[ReportDraft]:
    """What this member has not sent yet, the latest first."""
    mine = ReportDraft.objects.filter(team=membership.team, author=membership.user)
    return mine.filter(sent_at=None)


def keep(mark: Mark, data: dict[str, str] | None) -> ReportDraft | None:
    """Keep ``data`` in the draft that ``mark`` names; ``None``: leave what it holds as it is.

    Returns the draft, made if need be, untouched when it was sent already; ``None`` when the
    member has left the team meanwhile.
    """
    member = Membership.objects.select_related("team", "user").filter(pk=mark.membership).first()
    if member is None:
        return None
    draft, _made = ReportDraft.objects.get_or_create(
        key=mark.key,
        defaults={
            "team": member.team,
            "author": member.user,
            "returned": FollowUpPage.objects.filter(pk=mark.returned).first(),
        },
    )
    if draft.sent_at is None and data is not None:
        draft.data = data
        draft.save(update_fields=["data", "updated_at"])
    return draft


def writing_too(team: Team, membership: Membership) -> ReportDraft | None:
    """The draft of the colleague who was writing a moment ago, if any."""
    lately = ReportDraft.objects.filter(team=team, updated_at__gte=timezone.now() - LATELY)
    return lately.filter(sent_at=None).exclude(author=membership.user).first()


def just_sent(membership: Membership) -> list[str]:
    """The keys of what this member sent: a device that still holds one of them drops it."""
    mine = ReportDraft.objects.filter(team=membership.team, author=membership.user)
    keys = mine.exclude(sent_at=None).values_list("key", flat=True)
    return [str(key) for key in keys[:20]]


def purge(days: int = LIFE.days) -> int:
    """Delete the drafts that nobody touched for ``days``, with their files; return how many."""
    old = ReportDraft.objects.filter(updated_at__lt=timezone.now() - timedelta(days=days))
    count = len(old)
    for draft in old:
        draft.delete()
    return count
