"""``manage.py purge_questions``: delete what is no longer needed of the public's questions."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from events.live.purging import DAYS, purge


class Command(BaseCommand):
    """To be run every day, by cron or alike."""

    help = (
        "Delete questions refused, merged or left unread, and the hashes of the devices that "
        "supported questions, once they are old. What is public stays, with its counts."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=DAYS, help="How old, in days (30).")

    def handle(self, *args: Any, **options: Any) -> None:
        gone = purge(max(0, options["days"]))
        self.stdout.write(f"{gone['questions']} questions, {gone['supports']} supports deleted.")
