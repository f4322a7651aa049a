"""Entries of the administration's menus that only some people see."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem


class Entry(MenuItem):
    """An entry of a menu for those of whom ``shown(request)`` is true."""

    def __init__(self, *args: Any, shown: Callable[[HttpRequest], bool], **options: Any) -> None:
        super().__init__(*args, **options)
        self.shown = shown

    def is_shown(self, request: HttpRequest) -> bool:
        return self.shown(request)
