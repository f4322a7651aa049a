"""Who may send a message: one process at a time, and never twice what may have left.

A message goes through ``waiting → leaving → sent``. A process takes it (``claim``) with one
conditional update, so that of two only one gets it. Just before it gives the text to the mail
server, it says so with another (``begin``), which fails when somebody else took the message in
the meantime. Then it says what came of it (``record_sent``, ``record_failure``).

A process that dies between ``claim`` and ``begin`` has sent nothing: the message is taken again
after ``CLAIM_LIFE``. One that dies between ``begin`` and ``record_sent`` may or may not have sent
it: the message is marked as failed and never sent again by itself (``give_up_interrupted``), which
an administrator sees, and decides.
"""

import logging
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from community.models import Message

logger = logging.getLogger(__name__)

#: Longer than any attempt: the mail server is waited for at most ten seconds at each step.
CLAIM_LIFE = timedelta(minutes=30)
#: How long after each failed attempt comes the next one; after the last, none.
DELAYS = (timedelta(minutes=5), timedelta(hours=1), timedelta(hours=6), timedelta(days=1))
INTERRUPTED = "Interrupted while it was leaving: nobody knows whether it left."

Status = Message.Status


def ready(now: datetime) -> QuerySet[Message]:
    """Return the messages that may be taken: due, or taken by a process that died too early."""
    due = Q(status=Status.WAITING, due_at__lte=now)
    abandoned = Q(status=Status.SENDING, handed_at=None, claimed_at__lt=now - CLAIM_LIFE)
    return Message.objects.filter(due | abandoned, attempts__lte=len(DELAYS))


def claim(key: int) -> Message | None:
    """Take the message of primary key ``key``; ``None`` when it is not to be sent now."""
    now = timezone.now()
    taken = ready(now).filter(pk=key)
    if not taken.update(status=Status.SENDING, claimed_at=now, attempts=F("attempts") + 1):
        return None
    return Message.objects.get(pk=key)


def begin(message: Message) -> bool:
    """Say that ``message``, taken by this process, leaves now; return whether it still may."""
    message.handed_at = timezone.now()
    return bool(_mine(message).filter(handed_at=None).update(handed_at=message.handed_at))


def record_sent(message: Message) -> None:
    """Say that the mail server took ``message``."""
    _mine(message).update(status=Status.SENT, sent_at=timezone.now(), error="")


def record_failure(message: Message, error: Exception, *, again: bool) -> None:
    """Say that ``message`` was not taken: it is tried ``again`` later, unless it was too often."""
    kind = type(error).__name__
    values: dict[str, object] = {"error": f"{kind}: {error}"[:255], "handed_at": None}
    # The log names the fault alone: what a mail server answers often repeats the address.
    if again and message.attempts <= len(DELAYS):
        logger.warning("E-mail %s did not leave: %s", message.pk, kind)
        due = timezone.now() + DELAYS[message.attempts - 1]
        _mine(message).update(status=Status.WAITING, due_at=due, **values)
    else:
        logger.error("E-mail %s is given up: %s", message.pk, kind)
        _mine(message).update(status=Status.FAILED, **values)


def give_up_interrupted() -> int:
    """Mark as failed what processes that died may have sent; return how many."""
    dead = Message.objects.filter(
        status=Status.SENDING, claimed_at__lt=timezone.now() - CLAIM_LIFE
    ).exclude(handed_at=None, attempts__lte=len(DELAYS))
    for message in dead:
        logger.error("E-mail %s: %s", message.pk, INTERRUPTED)
    return dead.update(status=Status.FAILED, error=INTERRUPTED)


def put_back(key: int) -> bool:
    """Let a failed message be tried again from the start; return whether it is to be sent."""
    failed = Message.objects.filter(pk=key, status=Status.FAILED).exclude(address="")
    return bool(
        failed.update(
            status=Status.WAITING, due_at=timezone.now(), attempts=0, handed_at=None, error=""
        )
    )


def _mine(message: Message) -> QuerySet[Message]:
    """The row of ``message`` as long as this process, and no other, holds it."""
    rows = Message.objects.filter(pk=message.pk, status=Status.SENDING)
    return rows.filter(claimed_at=message.claimed_at)
