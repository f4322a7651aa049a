"""``manage.py purge_searches``: forget old searches that found nothing."""

from typing import Any

from django.core.management.base import BaseCommand

from community.search.misses import purge


class Command(BaseCommand):
    """To be run every day, by cron or alike."""

    help = (
        "Delete the searches that found nothing more than twelve months ago, and those of past "
        "months that were asked on one occasion alone."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{purge()} searches forgotten.")
