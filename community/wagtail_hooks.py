"""What the ground floor adds to the administration."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from community.blocks import rich_text_features
from community.mail import report as mail_report
from community.media.parts import serve_part
from community.media.report import DownloadReport, report_urls
from community.models import Organisation, Person, Territory, Theme, ThemeScheme
from community.pages.links import TranslatedLinkHandler
from community.plugins import (
    DashboardPanel,
    dashboard_panels,
    orphans,  # noqa: F401 - registers its hook
    render_section,
)
from community.search import promotions
from community.search import report as search_report
from community.translating import report as untranslated
from community.translating.waiting import translations_panel


class TerritoryViewSet(SnippetViewSet):
    model = Territory
    icon = "site"
    menu_order = 100
    list_display = ["name", "kind", "parent", "code", "population"]
    list_filter = ["kind"]
    ordering = ["name"]


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_order = 200
    list_display = ["name", "acronym", "kind", "territory"]
    list_filter = ["kind"]
    ordering = ["name"]


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_order = 300
    list_display = ["family_name", "given_name", "organisation", "consent_on", "public_source"]
    list_filter = ["organisation", "consent_on"]
    ordering = ["family_name", "given_name"]


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    menu_order = 400
    list_display = ["name", "scheme", "slug"]
    list_filter = ["scheme"]
    sort_order_field = "sort_order"


class ThemeSchemeViewSet(SnippetViewSet):
    model = ThemeScheme
    icon = "folder-open-inverse"
    menu_order = 500
    list_display = ["name", "slug", "source"]


@register_snippet
class CommunityGroup(SnippetViewSetGroup):
    """The vocabularies that every page may point to."""

    items = (
        TerritoryViewSet,
        OrganisationViewSet,
        PersonViewSet,
        ThemeViewSet,
        ThemeSchemeViewSet,
    )
    menu_label = _("Directories")
    menu_icon = "globe"
    menu_order = 250


class PluginPanel(Component):
    """A plugin's panel on the home of the administration."""

    def __init__(self, panel: Any, request: HttpRequest, order: int) -> None:
        self.panel = panel
        self.request = request
        self.order = order

    def render_html(self, parent_context: Any = None) -> SafeString:
        return render_section(self.panel, self.request)


@hooks.register("register_rich_text_features", order=1000)
def set_default_features(features: Any) -> None:
    """Offer the same in a plain rich text field as in the blocks, after all have registered."""
    features.default_features = rich_text_features()


@hooks.register("construct_homepage_panels")
def add_plugin_panels(request: HttpRequest, panels: list[Any]) -> None:
    """Show what the plugins want the editor to see, after what waits for moderation."""
    panels.extend(
        PluginPanel(panel, request, 300 + panel.order) for panel in dashboard_panels(request)
    )


@hooks.register("construct_homepage_panels")
def add_translations(request: HttpRequest, panels: list[Any]) -> None:
    """Show what waits to be translated, after what the plugins show."""
    panel = DashboardPanel(
        "community.translations",
        _("Translations"),
        "community/admin/translations.html",
        translations_panel,
    )
    panels.append(PluginPanel(panel, request, 500))


# After Wagtail's own, which asks whether the visitor may open the document.
hooks.register("before_serve_document", serve_part, order=1000)


class DownloadsItem(MenuItem):
    """The report of downloads, for those who look after documents."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = DownloadReport().permission_policy
        return policy.user_has_any_permission(request.user, DownloadReport.any_permission_required)


@hooks.register("register_reports_menu_item")
def add_download_report() -> MenuItem:
    """Put the report among Wagtail's own."""
    return DownloadsItem(
        _("Downloads"), reverse("downloads"), name="downloads", icon_name="download", order=800
    )


@hooks.register("register_admin_urls")
def add_download_report_urls() -> list[Any]:
    """Give the report its addresses."""
    return report_urls()


hooks.register("register_reports_menu_item", mail_report.menu_item)
hooks.register("register_admin_urls", mail_report.urls)
hooks.register("register_reports_menu_item", untranslated.menu_item)
hooks.register("register_admin_urls", untranslated.urls)


# After Wagtail's own, whose place it takes.
@hooks.register("register_rich_text_features", order=10)
def link_to_translations(features: Any) -> None:
    """Links of texts lead to the page in the language read."""
    features.register_link_type(TranslatedLinkHandler)


hooks.register("register_reports_menu_item", search_report.menu_item)
hooks.register("register_admin_urls", search_report.urls)
hooks.register("construct_reports_menu", promotions.hide_search_terms)
hooks.register("register_admin_urls", promotions.urls, order=-1)
