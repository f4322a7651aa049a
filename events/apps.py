"""The plugin that brings the editions, their sites and the webinars of the year."""

from typing import Any

from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from community.plugins import HomeSection, NavigationEntry, Plugin, PluginMeta, ReportPart


class Events(Plugin):
    name = "events"
    verbose_name = _("Editions")
    meta = PluginMeta(
        summary=_("Editions of the university and their sites"),
        version="1.0.0",
        requires_community=">=1.0,<2",
    )

    def ready(self) -> None:
        # Each connects its receivers.
        from . import signals  # noqa: F401
        from .coordination import signals as coordination  # noqa: F401

    def navigation(self, request: Any) -> list[NavigationEntry]:
        from community.pages import index_entries

        from .models import EditionIndexPage, WebinarIndexPage

        return [
            *index_entries(request, EditionIndexPage, order=40),
            *index_entries(request, WebinarIndexPage, order=45),
        ]

    def url_patterns(self) -> list[URLPattern]:
        from .urls import urlpatterns

        return urlpatterns

    def home_sections(self) -> list[HomeSection]:
        from .sections import editions, now

        return [
            HomeSection("events.now", _("At the moment"), "events/sections/now.html", now, order=5),
            HomeSection(
                "events.editions",
                _("The editions"),
                "events/sections/editions.html",
                editions,
                order=30,
            ),
        ]

    def search_facets(self, request: Any) -> Any:
        from .searching import search_facets

        return search_facets(request)

    def report_parts(self, page: Any, request: Any) -> list[ReportPart]:
        from .models import EditionPage
        from .report.parts import parts_of_edition

        return parts_of_edition(page, request) if isinstance(page, EditionPage) else []

    def export_person(self, user: Any) -> dict[str, Any]:
        from .person import traces_of

        return traces_of(user)

    def news_of(self, topics: Any, window: Any, request: Any) -> Any:
        from .following import news_of

        return news_of(topics, window, request)

    def load_demo(self, demo: Any) -> None:
        from .demo import load

        load(demo)
