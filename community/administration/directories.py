"""The directories of the administration: the vocabularies that every page may point to."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from community.models import Organisation, Person, Territory, Theme, ThemeScheme


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


class Directories(SnippetViewSetGroup):
    """One entry of the menu for all of them."""

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
