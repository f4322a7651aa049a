"""The wall of questions of a session: whether it is open, and what everybody reads on it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from community.pages import is_visible
from events.models import PUBLIC_STATES, ClosedWall, PublishedSlot, Question, SessionPage

#: People still ask on their way home; afterwards nobody would answer.
AFTERWARDS = timedelta(days=1)
#: Nobody reads more of them; beyond, the last ones wait for the others to be answered.
MOST_SHOWN = 300
MOST_ON_SCREEN = 6


@dataclass(frozen=True)
class Wall:
    """Whether questions of a session may be asked and supported now.

    ``closed``: its moderators closed it. ``over``: the session is past, or cancelled.
    """

    closed: bool
    over: bool

    @property
    def is_open(self) -> bool:
        """Whether anybody may ask and support."""
        return not (self.closed or self.over)


def wall_of(page: SessionPage) -> Wall:
    """Return the state of the wall of ``page``, a session in any language: one query."""
    sessions = SessionPage.objects.filter(translation_key=page.translation_key)
    rows = sessions.annotate(
        closed=Exists(ClosedWall.objects.filter(session=OuterRef("pk"))),
        ends=_last_end(OuterRef("translation_key")),
    ).values_list("closed", "ends")
    found = list(rows)
    ends = next((end for _closed, end in found if end), None)
    return _wall(page, any(closed for closed, _end in found), ends)


def _last_end(translation_key: OuterRef) -> Subquery:
    slots = PublishedSlot.objects.filter(session__translation_key=translation_key, withdrawn=False)
    ends = slots.annotate(ends=Coalesce("end", "start")).order_by("-ends")
    return Subquery(ends.values("ends")[:1])


def _wall(page: SessionPage, closed: bool, ends: datetime | None) -> Wall:
    past = ends is not None and ends + AFTERWARDS < timezone.now()
    return Wall(closed, past or page.cancelled)


def questions_of(page: SessionPage) -> "QuerySet[Question]":
    """Return all the questions of a session, in whatever language they were asked."""
    return Question.objects.filter(session__translation_key=page.translation_key)


@dataclass(frozen=True)
class PublicList:
    """What everybody reads: ``asked`` wait for an answer, ``answered`` have one; by support, age.

    Each question has ``place``: the name of the site it was asked from, when it may be told.
    """

    asked: list[Question]
    answered: list[Question]
    wall: Wall

    @property
    def etag(self) -> str:
        """A mark that changes as soon as anything that is shown changes (RFC 9110, 8.8.3)."""
        told = [
            (each.pk, each.state, each.supports, each.text, each.answer, each.place)
            for each in (*self.asked, *self.answered)
        ]
        facts = (get_language(), self.wall.is_open, told)
        return f'"{sha256(repr(facts).encode()).hexdigest()[:32]}"'


def public_list(request: HttpRequest, page: SessionPage) -> PublicList:
    """Return the public questions of ``page``: one query, and one on what is private."""
    rows = questions_of(page).filter(state__in=PUBLIC_STATES).select_related("campus")
    rows = rows.annotate(
        closed=Exists(ClosedWall.objects.filter(session=OuterRef("session"))),
        ends=_last_end(OuterRef("session__translation_key")),
    )
    found = list(rows.defer("campus__body")[:MOST_SHOWN])
    for each in found:
        known = each.campus is not None and is_visible(request, each.campus)
        each.place = each.campus.title if known else ""
    first = found[0] if found else None
    return PublicList(
        [each for each in found if each.state == PUBLIC_STATES[0]],
        [each for each in found if each.state == PUBLIC_STATES[1]],
        _wall(page, bool(first and first.closed), first.ends if first else None),
    )
