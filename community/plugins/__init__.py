"""The plugin contract: all that a plugin, or the ground floor using plugins, imports.

Safe to import from a settings module: nothing here needs the app registry before it is called.
"""

from .contract import Plugin
from .contributions import (
    DashboardPanel,
    HomeSection,
    NavigationEntry,
    News,
    RecordCount,
    ReportPart,
    SlotContent,
    TextPage,
    TextPass,
    Topic,
    Window,
)
from .meta import PluginMeta
from .registry import plugins
from .sections import (
    afterwards_parts,
    dashboard_panels,
    home_sections,
    navigation,
    news_of,
    record_counts,
    render_section,
    report_parts,
    search_facets,
    search_sources,
    space_panels,
)

__all__ = [
    "DashboardPanel",
    "HomeSection",
    "NavigationEntry",
    "News",
    "Plugin",
    "PluginMeta",
    "RecordCount",
    "ReportPart",
    "SlotContent",
    "TextPage",
    "TextPass",
    "Topic",
    "Window",
    "afterwards_parts",
    "dashboard_panels",
    "home_sections",
    "navigation",
    "news_of",
    "plugins",
    "record_counts",
    "render_section",
    "report_parts",
    "search_facets",
    "search_sources",
    "space_panels",
]
