"""The queue: which process sends what, and when.

A message that was written enqueues a task, and so does one that has to be tried again. A worker
runs it (``manage.py db_worker --backend queue``). ``manage.py send_mail`` does the same from cron:
it runs the tasks that wait, then looks for messages whose task was lost.
"""

import logging
from datetime import datetime

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task, task_backends
from django_tasks_db.models import DBTaskResult

from community.models import Message

from .claiming import give_up_interrupted, ready
from .sending import deliver

logger = logging.getLogger(__name__)

BACKEND = "queue"


@task(backend=BACKEND)
def send_message(key: int) -> bool:
    """Send the message of primary key ``key``, or enqueue it for later when it did not leave."""
    sent = deliver(key)
    if not sent:
        waiting = Message.objects.filter(pk=key, status=Message.Status.WAITING)
        for due in waiting.values_list("due_at", flat=True):
            enqueue(key, due)
    return sent


def enqueue(key: int, due: datetime | None = None) -> None:
    """Have the message of primary key ``key`` sent, at once or once it is ``due``.

    Without a queue that can wait (the demonstration, tests), what is due later is left to
    ``send_mail``.
    """
    if due is None:
        send_message.enqueue(key)
    elif task_backends[BACKEND].supports_defer:
        send_message.using(run_after=due).enqueue(key)


def send_waiting() -> int:
    """Send every message that is due, beside any worker; return how many left."""
    give_up_interrupted()
    due = ready(timezone.now()).order_by("due_at", "pk").values_list("pk", flat=True)
    # One after the other: a message that another process takes meanwhile is simply not ours.
    return sum(send_message.call(key) for key in list(due))


def run_tasks() -> None:
    """Run the tasks that wait in the queue, if it keeps any, until none is left."""
    if not task_backends[BACKEND].supports_get_result:
        return
    began = timezone.now()
    # Written out as on the command line: options left out would fall back on a backend that this
    # command refuses. In silence: it tells two lines of each task, which cron would send by mail.
    options = ("--batch", "--no-startup-delay", "--no-reload")
    call_command("db_worker", "--backend", BACKEND, *options, verbosity=0)
    failed = DBTaskResult.objects.filter(status="FAILED", finished_at__gte=began).count()
    if failed:
        logger.error("%s tasks of the queue failed: their rows say why.", failed)
