"""A report says by itself who reads it, where it is and what the menu calls it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.views.reports import ReportView

from .menu import Entry


class Report(ReportView):
    """A report of the administration at ``reports/<place>/``, with its entry in the menu.

    ``index_url_name`` names its address; a report is refused to those who ``may_read`` refuses.
    """

    place: str
    #: What the menu calls it, when that is not ``page_title``.
    menu_label: Any = ""
    menu_order: int

    @classmethod
    def may_read(cls, request: HttpRequest) -> bool:
        """Whether the person who asks may read this report."""
        raise NotImplementedError

    @property
    def index_results_url_name(self) -> str:
        return f"{self.index_url_name}_results"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.may_read(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @classmethod
    def menu_item(cls) -> Entry:
        """Return its entry among Wagtail's own reports."""
        return Entry(
            cls.menu_label or cls.page_title,
            reverse(cls.index_url_name),
            name=cls.index_url_name.replace("_", "-"),
            icon_name=cls.header_icon,
            order=cls.menu_order,
            shown=cls.may_read,
        )

    @classmethod
    def urls(cls) -> list[URLPattern]:
        """Return its addresses, below that of the administration."""
        place, name = f"reports/{cls.place}/", cls.index_url_name
        return [
            path(place, cls.as_view(), name=name),
            path(f"{place}results/", cls.as_view(results_only=True), name=f"{name}_results"),
        ]

    @classmethod
    def register(cls) -> None:
        """Give the report its addresses and its entry in the menu."""
        hooks.register("register_admin_urls", cls.urls)
        hooks.register("register_reports_menu_item", cls.menu_item)
