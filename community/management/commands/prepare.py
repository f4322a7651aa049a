"""Make the embedded site ready in one process: each one costs seconds to start."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """The step of ``make run`` between installing and serving; doing it twice changes nothing."""

    help = "Migrates the database, and loads the demo content when there is none."

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, then load."""
        self.stdout.write("Bringing the database up to date…")
        call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
        call_command("load_demo", if_empty=True)
