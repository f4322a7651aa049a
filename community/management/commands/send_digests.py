"""``manage.py send_digests``: write to those who follow something what is new about it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from community.following.asking import purge
from community.following.digests import send_digests


class Command(BaseCommand):
    """To be run every day, by cron or alike."""

    help = (
        "Send the digests that are due: daily ones every day, weekly ones from Monday on. "
        "Requests to follow that nobody confirmed within seven days are erased first."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="Only say who would be written to."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        now, trial = timezone.now(), options["dry_run"]
        if not trial:
            self.stdout.write(f"{purge(now)} requests erased that nobody confirmed.")
        sent = send_digests(now, dry_run=trial)
        if trial:
            for address, number in sent:
                self.stdout.write(f"{address}: {number} news")
        self.stdout.write(f"{len(sent)} digests {'would be ' if trial else ''}sent.")
