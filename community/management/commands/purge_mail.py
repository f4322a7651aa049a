"""``manage.py purge_mail``: forget to whom old e-mails went, and what they said."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from community.mail.purging import DAYS, purge


class Command(BaseCommand):
    """To be run every day, by cron or alike."""

    help = (
        "Empty the rows of old e-mails: addresses, subjects and texts go, what forbids sending "
        "the same twice stays. E-mails that could not leave by then are given up."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=DAYS, help="How old, in days (90).")

    def handle(self, *args: Any, **options: Any) -> None:
        gone = purge(max(1, options["days"]))
        self.stdout.write(f"{gone} e-mails emptied.")
