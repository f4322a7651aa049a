"""Forgetting old messages: an address and what was written to it are personal data."""

from datetime import timedelta

from django.utils import timezone

from community.models import Message

#: For how long administrators can see what left, to whom; then only that something did.
DAYS = 90

Status = Message.Status


def purge(days: int = DAYS) -> int:
    """Empty the messages written more than ``days`` days ago; return how many.

    Their keys and dates stay, so that nothing leaves twice. What still waits by then would come
    too late: it is given up.
    """
    old = Message.objects.filter(created_at__lt=timezone.now() - timedelta(days=days))
    old = old.exclude(address="", user=None)
    old.exclude(status=Status.SENT).update(status=Status.FAILED)
    return old.update(user=None, address="", subject="", text="", headers={}, error="")
