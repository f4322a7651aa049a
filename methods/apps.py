"""The plugin that brings the resource centre."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from community.plugins import (
    DashboardPanel,
    HomeSection,
    NavigationEntry,
    Plugin,
    PluginMeta,
    SlotContent,
    TextPass,
)

if TYPE_CHECKING:
    from community.search.synonyms import SearchSynonyms


class Methods(Plugin):
    name = "methods"
    verbose_name = _("Resource centre")
    meta = PluginMeta(
        summary=_("The resource centre: toolbox, glossary, bibliography, documents, roles"),
        version="1.0.0",
        requires_community=">=1.0,<2",
    )

    def ready(self) -> None:
        super().ready()
        from .glossary import generation

        generation.connect()

    def navigation(self, request: Any) -> list[NavigationEntry]:
        from community.pages import index_entries

        from .models import MethodIndexPage

        return index_entries(request, MethodIndexPage, order=30)

    def home_sections(self) -> list[HomeSection]:
        from .sections import families

        return [
            HomeSection(
                "methods.families",
                _("The toolbox"),
                "methods/sections/families.html",
                families,
                order=40,
            )
        ]

    def dashboard_panels(self, request: Any) -> list[DashboardPanel]:
        from .dashboard import trials_to_read

        return [
            DashboardPanel(
                "methods.trials",
                _("Methods that people tried"),
                "methods/admin/trials.html",
                trials_to_read,
                order=30,
            )
        ]

    def url_patterns(self) -> list[URLPattern]:
        from .bibliography import urls as bibliography
        from .composer import urls as composer

        return [*composer.urlpatterns, *bibliography.urlpatterns]

    def rich_text_features(self) -> list[str]:
        from .glossary import NO_DEFINITIONS

        return ["citation", NO_DEFINITIONS]

    def text_passes(self) -> list[TextPass]:
        from .bibliography.notes import number_citations
        from .glossary.text_pass import explain_terms

        return [number_citations, explain_terms]

    def search_synonyms(self, request: Any) -> list[SearchSynonyms]:
        from .glossary.lexicon import lexicon

        return [lexicon(request).synonyms]

    def slots(self) -> dict[str, SlotContent]:
        from .bibliography.notes import reference_list
        from .slots import tools_of_page

        return {"page.notes": reference_list, "page.tools": tools_of_page}

    def space_panels(self, request: Any) -> list[DashboardPanel]:
        from .space import my_sessions

        return [
            DashboardPanel(
                "methods.sessions",
                _("My sessions"),
                "methods/space/sessions.html",
                my_sessions,
                order=30,
            )
        ]

    def export_person(self, user: Any) -> dict[str, Any]:
        from .composer.person import saved_sessions_of

        return saved_sessions_of(user)

    def erase_person(self, user: Any) -> None:
        from .composer.person import forget_sessions_of

        forget_sessions_of(user)

    def load_demo(self, demo: Any) -> None:
        from .demo import load

        load(demo)
