"""``manage.py send_reminders``: ask the teams of défis how it goes, when it is time."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from defis.reminders.running import run


class Command(BaseCommand):
    """To be run every day, by cron or alike."""

    help = (
        "Send the reminders that are due to the teams of défis, and tell the coordinators of "
        "those that no longer answer. Running it again sends nothing twice."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be sent; write nothing."
        )
        parser.add_argument(
            "--on",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="As if it were that day (today at each site).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not run(self.stdout.write, on=options["on"], dry=options["dry_run"]):
            raise CommandError("Some reminders failed: see the log.")
