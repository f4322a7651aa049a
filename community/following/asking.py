"""Asking to follow something, confirming it, and stopping."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation

from community.mail import post
from community.models import Follow, Follower, Message
from community.plugins import Topic

from .tokens import TO_CONFIRM, confirm_token, manage_token

#: So many requests of one address may wait to be confirmed: nobody floods the box of another.
MOST_WAITING = 5


@transaction.atomic
def ask(address: str, topic: Topic, rhythm: str, language: str) -> None:
    """Send to ``address`` the link that makes it follow ``topic``: nothing happens without it.

    Who follows it already gets the link to their choices instead. One e-mail a day about one
    topic at most, whoever asks. The caller tells neither case from the other.
    """
    follower, _made = Follower.objects.get_or_create(
        address=address.lower(), defaults={"language": language}
    )
    named = {"kind": topic.kind, "key": topic.key}
    waiting = follower.follows.filter(confirmed_at=None).exclude(**named)
    if waiting.count() >= MOST_WAITING and not follower.follows.filter(**named).exists():
        return
    follow, _made = follower.follows.get_or_create(**named)
    if follow.confirmed_at is None:
        follow.rhythm, follow.asked_at = rhythm, timezone.now()
        follow.save()
    template = "known" if follow.confirmed_at else "confirm"
    with translation.override(language):
        links = {
            "confirm": reverse("follow_confirm", args=[confirm_token(follow)]),
            "manage": reverse("follow_manage", args=[manage_token(follower)]),
        }
    post(
        f"community/following/mails/{template}.txt",
        follower.address,
        {"topic": topic, "follow": follow, "days": TO_CONFIRM.days, **links},
        key=f"following:{follower.pk}:{follow.pk}:{template}:{timezone.localdate()}",
        language=language,
    )


def confirm(follow: Follow, language: str) -> None:
    """Begin to send the news of what ``follow`` names, in ``language``; twice is as once."""
    if follow.confirmed_at is None:
        follow.confirmed_at = follow.told_until = timezone.now()
        follow.save(update_fields=["confirmed_at", "told_until"])
        follow.follower.language = language
        follow.follower.save(update_fields=["language"])


@transaction.atomic
def stop(follow: Follow) -> None:
    """Erase one followed thing, and the address itself when nothing else is followed."""
    follower = follow.follower
    follow.delete()
    if not follower.follows.exists():
        erase(follower)


@transaction.atomic
def erase(follower: Follower) -> None:
    """Erase an address, all that it follows, and the e-mails that were written to it for that."""
    ours = Q(key__startswith=f"following:{follower.pk}:") | Q(
        key__startswith=f"digest:{follower.pk}:"
    )
    Message.objects.filter(ours).delete()
    follower.delete()


def purge(now: datetime) -> int:
    """Erase the requests that nobody confirmed in time; return how many."""
    late = Follow.objects.filter(confirmed_at=None, asked_at__lt=now - TO_CONFIRM)
    number = 0
    for follow in late.select_related("follower"):
        stop(follow)
        number += 1
    return number
