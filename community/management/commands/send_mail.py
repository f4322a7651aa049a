"""``manage.py send_mail``: send the e-mails that wait, then end."""

from typing import Any

from django.core.management.base import BaseCommand

from community.mail.queue import run_tasks, send_waiting


class Command(BaseCommand):
    """To be run every few minutes by cron or alike, with or without a worker beside it."""

    help = (
        "Run the tasks that wait in the queue and send the e-mails that are due, then end. A "
        "worker may run at the same time: nothing is sent twice."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        run_tasks()
        sent = send_waiting()
        if sent and options["verbosity"]:
            self.stdout.write(f"{sent} e-mails sent that no task had sent.")
