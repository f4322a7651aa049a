"""``manage.py setup_roles``: the groups of people who work on the site."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from community.accounts.roles import setup_roles


class Command(BaseCommand):
    help = "Creates or completes the groups of editors, moderators and porteurs."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        names = ", ".join(setup_roles())
        self.stdout.write(f"Groups ready: {names}.")
