"""Panels on the home of the administration: those of plugins, and what is to be translated."""

from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from community.plugins import DashboardPanel, dashboard_panels, render_section
from community.translating.waiting import translations_panel

# After what waits for moderation.
FIRST, LAST = 300, 500

TRANSLATIONS = DashboardPanel(
    "community.translations",
    _("Translations"),
    "community/admin/translations.html",
    translations_panel,
)


class Panel(Component):
    """A contributed panel as Wagtail shows one."""

    def __init__(self, panel: DashboardPanel, request: HttpRequest, order: int) -> None:
        self.panel = panel
        self.request = request
        self.order = order

    def render_html(self, parent_context: Any = None) -> SafeString:
        return render_section(self.panel, self.request)


def add_panels(request: HttpRequest, panels: list[Any]) -> None:
    """Show what the plugins want the editor to see, then what waits to be translated."""
    panels.extend(Panel(panel, request, FIRST + panel.order) for panel in dashboard_panels(request))
    panels.append(Panel(TRANSLATIONS, request, LAST))
