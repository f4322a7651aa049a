"""Follows things for the tests, by the pages that people see."""

import re
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from community.following.asking import ask, confirm
from community.following.digests import request_of_anybody
from community.following.forms import guard
from community.following.kinds import topic_at
from community.models import Follow, Follower, Message

ADDRESS = "camille@example.org"


def address_of(page: Page) -> str:
    """Return where one asks to follow ``page``."""
    return f"/suivre/{page.followed_as}/{page.translation_key}/"


def answers(url: str, **values: Any) -> dict[str, Any]:
    """Return what somebody types in the form at ``url``, shown a while ago."""
    _empty, _suivre, kind, key, _end = url.split("/")
    typed = {"address": ADDRESS, "rhythm": "weekly", "website": ""}
    return {**typed, "mark": guard.stamp(f"{kind} {key}"), **values}


def links(text: str) -> dict[str, str]:
    """Return the path of each link of an e-mail to our pages, by what it does."""
    return {verb: path for path, verb in re.findall(r"(/suivre/(\w+)/[^/\s]+/)\s", text)}


def follow(url: str, rhythm: str = "daily", address: str = ADDRESS, days: int = 2) -> Follow:
    """Have somebody follow what is at ``url``, told of all but the last ``days``."""
    topic = topic_at(request_of_anybody(), *url.split("/")[2:4])
    assert topic, url
    ask(address, topic, rhythm, "fr")
    made = Follow.objects.get(follower__address=address, kind=topic.kind, key=topic.key)
    confirm(made, "fr")
    Follow.objects.filter(pk=made.pk).update(told_until=timezone.now() - timedelta(days=days))
    Message.objects.all().delete()
    return Follow.objects.get(pk=made.pk)


def follower() -> Follower:
    """Return the only one there is."""
    return Follower.objects.get()


def paris(day: str) -> datetime:
    """Return six in the morning of ``day`` at Paris."""
    return timezone.make_aware(datetime.fromisoformat(f"{day}T06:00"))


def written() -> list[Message]:
    """Return the e-mails in the queue, the first one first."""
    return list(Message.objects.order_by("pk"))
