"""Putting together what the plugins contribute, each kept from harming the others.

A contribution that raises is logged with its plugin's name and costs only itself.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .contract import Plugin
from .contributions import (
    DashboardPanel,
    HomeSection,
    NavigationEntry,
    News,
    RecordCount,
    ReportPart,
    Topic,
    Window,
)
from .registry import plugins

if TYPE_CHECKING:
    from datetime import date

    from wagtail.models import Page

    from community.listing.filters import Filter
    from community.search.sources import SearchSource

logger = logging.getLogger("community.plugins")

T = TypeVar("T")


def navigation(request: HttpRequest) -> list[NavigationEntry]:
    """Return every plugin's navigation entries, by order then label."""
    entries = _collect("navigation", lambda plugin: plugin.navigation(request))
    return sorted(entries, key=lambda entry: (entry.order, str(entry.label)))


def home_sections() -> list[HomeSection]:
    """Return every plugin's home sections, by order then key."""
    sections = _collect("home_sections", lambda plugin: plugin.home_sections())
    return sorted(sections, key=lambda section: (section.order, section.key))


def dashboard_panels(request: HttpRequest) -> list[DashboardPanel]:
    """Return every plugin's dashboard panels for this user, by order then key."""
    panels = _collect("dashboard_panels", lambda plugin: plugin.dashboard_panels(request))
    return sorted(panels, key=lambda panel: (panel.order, panel.key))


def space_panels(request: HttpRequest) -> list[DashboardPanel]:
    """Return every plugin's panels for the space of whoever signed in, by order then key."""
    panels = _collect("space_panels", lambda plugin: plugin.space_panels(request))
    return sorted(panels, key=lambda panel: (panel.order, panel.key))


def record_counts(page: Any, request: HttpRequest) -> list[RecordCount]:
    """Return what every plugin counts about ``page`` for this visitor."""
    return _collect("record_counts", lambda plugin: plugin.record_counts(page, request))


def news_of(topics: Sequence[Topic], window: Window, request: HttpRequest) -> list[News]:
    """Return what every plugin tells of ``topics``, which are all of one kind."""
    return _collect("news_of", lambda plugin: plugin.news_of(topics, window, request))


def search_sources(request: HttpRequest) -> list[SearchSource]:
    """Return what every plugin lets the search find beside pages."""
    return _collect("search_sources", lambda plugin: plugin.search_sources(request))


def search_facets(request: HttpRequest) -> list[Filter]:
    """Return every plugin's filters for the results of the search."""
    return _collect("search_facets", lambda plugin: plugin.search_facets(request))


def report_parts(page: Page, request: HttpRequest) -> list[ReportPart]:
    """Return what every plugin records about ``page``, by order then heading."""
    parts = _collect("report_parts", lambda plugin: plugin.report_parts(page, request))
    return sorted(parts, key=lambda part: (part.order, part.heading))


def afterwards_parts(
    page: Page, request: HttpRequest, since: date | None = None
) -> list[ReportPart]:
    """Return what every plugin knows of what became of ``page``, by order then heading."""
    parts = _collect(
        "afterwards_parts", lambda plugin: plugin.afterwards_parts(page, request, since)
    )
    return sorted(parts, key=lambda part: (part.order, part.heading))


def render_section(section: HomeSection | DashboardPanel, request: HttpRequest) -> SafeString:
    """Return the HTML of a section or panel; empty when its context is None or it fails."""
    try:
        context = section.context(request)
        if context is None:
            return SafeString("")
        return render_to_string(section.template, {**context, "section": section}, request=request)
    except Exception:
        label = section.key.partition(".")[0]
        logger.exception("The plugin '%s' failed in its section %s", label, section.key)
        return SafeString("")


def _collect(what: str, ask: Callable[[Plugin], Iterable[T]]) -> list[T]:
    collected: list[T] = []
    for plugin in plugins():
        try:
            collected += ask(plugin)
        except Exception:
            logger.exception("The plugin '%s' failed in %s()", plugin.label, what)
    return collected
