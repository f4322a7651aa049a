"""The e-mails that gather what is new in all that somebody follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation

from community.mail import post
from community.models import Follow, Follower, Rhythm
from community.pages import of_anybody
from community.plugins import News, Topic, Window

from .kinds import topics_named
from .news import Name, read_news
from .tokens import manage_token

#: What is being published at this instant may be dated before it can be read: wait for it.
SETTLING = timedelta(minutes=2)
#: So many news of one thing are told; beyond, their number and where they are.
MOST = 12

Told = dict[Name, tuple[Topic, list[News]]]


@dataclass
class Part:
    """What is new about one topic, each with its whole address, and how many more there are."""

    topic: Topic
    news: list[tuple[News, str]]
    more: int


def send_digests(now: datetime, *, dry_run: bool = False) -> list[tuple[str, int]]:
    """Write to everybody what is new; return whom, with how many news each.

    Each follows its own rhythm: daily ones are due once a day, weekly ones once a week, from
    Monday on. A run that comes late gathers; the same news are never sent twice.
    """
    until = now - SETTLING
    due = _due(now)
    told: dict[str, Told] = {}
    sent, quiet = [], []
    for follower, follows in due.items():
        language = follower.language
        if language not in told:
            mine = [one for each, many in due.items() if each.language == language for one in many]
            told[language] = _read(mine, until, language)
        parts = _parts(follows, told[language])
        number = sum(len(part.news) + part.more for part in parts)
        if not number:
            quiet += [follow.pk for follow in follows]
        elif dry_run or _send(follower, follows, parts, now):
            sent.append((follower.address, number))
    if not dry_run:
        Follow.objects.filter(pk__in=quiet).update(told_until=until)
    return sent


def _due(now: datetime) -> dict[Follower, list[Follow]]:
    """What is to be told now, by whom it is told to; a thing is asked about since its own time."""
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    monday = today - timedelta(days=today.weekday())
    found: dict[Follower, list[Follow]] = {}
    follows = Follow.objects.filter(confirmed_at__isnull=False).select_related("follower")
    for follow in follows.order_by("follower_id", "confirmed_at"):
        start = monday if follow.rhythm == Rhythm.WEEKLY else today
        if follow.told_until < start:
            found.setdefault(follow.follower, []).append(follow)
    return found


def _read(follows: Iterable[Follow], until: datetime, language: str) -> Told:
    """The news of all these things in one go, whoever follows them."""
    oldest: dict[Name, datetime] = {}
    for follow in follows:
        name = (follow.kind, follow.key)
        oldest[name] = min(follow.told_until, oldest.get(name, follow.told_until))
    request = request_of_anybody()
    with translation.override(language):
        topics = {topic.name: topic for topic in topics_named(request, list(oldest))}
        window = Window(min(oldest.values()), until)
        news = read_news(request, topics.values(), window)
    return {name: (topic, news[name]) for name, topic in topics.items()}


def _parts(follows: Iterable[Follow], told: Told) -> list[Part]:
    """What is new for one person; of things that are told together, each since its own time."""
    parts = []
    seen: set[str] = set()
    for follow in follows:
        topic, news = told.get((follow.kind, follow.key), (None, []))
        mine = [one for one in news if one.at > follow.told_until and one.identity not in seen]
        if topic and mine:
            links = [(one, urljoin(settings.WAGTAILADMIN_BASE_URL, one.url)) for one in mine[:MOST]]
            parts.append(Part(topic, links, len(mine[MOST:])))
            seen |= {one.identity for one in mine}
    return parts


@transaction.atomic
def _send(follower: Follower, follows: Iterable[Follow], parts: list[Part], now: datetime) -> bool:
    """Put the e-mail in the queue and note it; ``False``: one of today is there already."""
    number = sum(len(part.news) + part.more for part in parts)
    token = manage_token(follower)
    with translation.override(follower.language):
        manage, stop = reverse("follow_manage", args=[token]), reverse("follow_stop", args=[token])
    headers = {
        "List-Unsubscribe": f"<{urljoin(settings.WAGTAILADMIN_BASE_URL, stop)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    message = post(
        "community/following/mails/digest.txt",
        follower.address,
        {"parts": parts, "number": number, "manage": manage, "stop": stop},
        key=f"digest:{follower.pk}:{timezone.localdate(now)}",
        headers=headers,
        language=follower.language,
    )
    if message is None:
        return False
    Follow.objects.filter(pk__in=[one.pk for one in follows]).update(told_until=now - SETTLING)
    return True


def request_of_anybody() -> HttpRequest:
    """Return a request to the address that e-mails lead to, from nobody in particular."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/",
        "SERVER_NAME": address.hostname or "",
        "SERVER_PORT": str(address.port or (443 if address.scheme == "https" else 80)),
        "wsgi.url_scheme": address.scheme,
        "wsgi.input": BytesIO(),
    }
    return of_anybody(WSGIRequest(environ))
