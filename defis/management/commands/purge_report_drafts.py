"""``manage.py purge_report_drafts``: delete what was begun and never sent."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from defis.reports.drafts import LIFE, purge


class Command(BaseCommand):
    """To be run every day, by cron or alike."""

    help = "Delete the drafts of follow-ups, and their files, that nobody touched for a while."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=LIFE.days, help="How old, in days (60).")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{purge(max(0, options['days']))} drafts deleted.")
