"""The plugin that brings défis, prototypes and follow-ups."""

from typing import Any

from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from community.plugins import (
    DashboardPanel,
    HomeSection,
    NavigationEntry,
    Plugin,
    PluginMeta,
    RecordCount,
    ReportPart,
)


class Defis(Plugin):
    name = "defis"
    verbose_name = _("Défis")
    meta = PluginMeta(
        summary=_("Défis, prototypes and what became of them"),
        version="1.0.0",
        requires_community=">=1.0,<2",
        depends_on=("events", "methods"),
    )

    def ready(self) -> None:
        from . import signals  # noqa: F401 - connects the receivers
        from .cousins import signals as cousins  # noqa: F401 - connects the receivers
        from .filiation import telling as taking_up  # noqa: F401 - connects the receivers
        from .moderation import (
            notifiers,
            telling,  # noqa: F401 - connects the receivers
        )

        notifiers.replace()

    def navigation(self, request: Any) -> list[NavigationEntry]:
        from community.pages import index_entries

        from .models import DefiIndexPage, FactorIndexPage, PrototypeIndexPage

        return [
            *index_entries(request, DefiIndexPage, order=10),
            *index_entries(request, PrototypeIndexPage, order=20),
            *index_entries(request, FactorIndexPage, order=25),
        ]

    def url_patterns(self) -> list[URLPattern]:
        from .urls import urlpatterns

        return urlpatterns

    def home_sections(self) -> list[HomeSection]:
        from .sections import latest_defis, latest_follow_ups

        return [
            HomeSection(
                "defis.latest",
                _("Défis"),
                "defis/sections/latest.html",
                latest_defis,
                order=10,
            ),
            HomeSection(
                "defis.follow_ups",
                _("What became of them"),
                "defis/sections/follow_ups.html",
                latest_follow_ups,
                order=20,
            ),
        ]

    def slots(self) -> dict[str, Any]:
        from .cousins.section import cousins_of_page
        from .slots import defis_of_page

        return {
            "edition.after_body": defis_of_page,
            "campus.after_body": defis_of_page,
            "defi.after_body": cousins_of_page,
        }

    def record_counts(self, page: Any, request: Any) -> list[RecordCount]:
        from .counts import record_counts

        return record_counts(page, request)

    def report_parts(self, page: Any, request: Any) -> list[ReportPart]:
        from events.models import EditionPage

        from .report import parts_of_edition

        return parts_of_edition(page, request) if isinstance(page, EditionPage) else []

    def news_of(self, topics: Any, window: Any, request: Any) -> Any:
        from .following import news_of

        return news_of(topics, window, request)

    def afterwards_parts(self, page: Any, request: Any, since: Any = None) -> list[ReportPart]:
        from events.models import EditionPage

        from .afterwards import afterwards_of_edition

        is_edition = isinstance(page, EditionPage)
        return afterwards_of_edition(page, request, since) if is_edition else []

    def dashboard_panels(self, request: Any) -> list[DashboardPanel]:
        from .dashboard import incomplete_defis, my_defis, published_alone

        return [
            DashboardPanel(
                "defis.mine", _("My défis"), "defis/admin/mine.html", my_defis, order=10
            ),
            DashboardPanel(
                "defis.incomplete",
                _("Défis to complete"),
                "defis/admin/incomplete.html",
                incomplete_defis,
                order=20,
            ),
            DashboardPanel(
                "defis.alone",
                _("Published without a moderator"),
                "defis/admin/alone.html",
                published_alone,
                order=30,
            ),
        ]

    def space_panels(self, request: Any) -> list[DashboardPanel]:
        from .teams.space import my_defis, my_drafts

        return [
            DashboardPanel(
                "defis.mine", _("My défis"), "defis/space/mine.html", my_defis, order=10
            ),
            DashboardPanel(
                "defis.drafts", _("My drafts"), "defis/space/drafts.html", my_drafts, order=20
            ),
        ]

    def export_person(self, user: Any) -> dict[str, Any]:
        from .teams.personal import export

        return export(user)

    def erase_person(self, user: Any) -> None:
        from .teams.personal import erase

        erase(user)

    def load_demo(self, demo: Any) -> None:
        from .demo import load

        load(demo)
