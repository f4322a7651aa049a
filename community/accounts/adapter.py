"""How allauth behaves here: accounts are given, never taken."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """An account is made by an editor, or by a colleague of the team: nobody signs up alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Leave out the user name: accounts have none."""
