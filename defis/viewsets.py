"""Lists of défis, prototypes and follow-ups in the administration, with the columns that matter.

Each type has the columns of its explorer (``PageViewSet``) and a flat list in the menu
(``PageListingViewSet``).
"""

from typing import Any

from django.forms import CheckboxSelectMultiple
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django_filters.filters import MultipleChoiceFilter
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet

from events.models import CampusPage, EditionPage

from .models import DefiPage, FollowUpPage, PrototypePage


def columns_of(view: type[IndexView], *own: Column) -> list[Any]:
    """Return Wagtail's columns of a page list with ``own`` ones just after the title."""
    shown = [column for column in view.base_columns if column.name not in ("parent", "type")]
    return [*shown[:2], *own, *shown[2:]]


def edition_choices() -> list[tuple[int, str]]:
    """The editions to filter by."""
    return [(page.pk, page.name) for page in EditionPage.objects.order_by("-year")]


def campus_choices() -> list[tuple[int, str]]:
    """The sites to filter by, each with its edition as addresses have it: "Cluny 2017"."""
    return [(page.pk, page.choice_label) for page in CampusPage.objects.order_by("path")]


class PlaceFilterSet(PageFilterSet):
    """Filters by edition and site: choices, since a model field fails on a number too large."""

    edition = MultipleChoiceFilter(
        label=_("Edition"), choices=edition_choices, widget=CheckboxSelectMultiple
    )
    campus = MultipleChoiceFilter(
        label=_("Site"), choices=campus_choices, widget=CheckboxSelectMultiple
    )


class DefiFilterSet(PlaceFilterSet):
    class Meta:
        model = DefiPage
        fields = ["state", "edition", "campus"]


class PrototypeFilterSet(PlaceFilterSet):
    class Meta:
        model = PrototypePage
        fields = ["kind", "maturity", "edition", "campus"]


DEFI_COLUMNS = (
    Column("campus", label=_("Site"), accessor=lambda page: page.campus or "", width="12%"),
    Column("state", label=_("State"), accessor="get_state_display", sort_key="state", width="14%"),
    Column(
        "completeness",
        label=_("Complete"),
        accessor=lambda page: f"{page.completeness} %",
        width="8%",
    ),
)
PROTOTYPE_COLUMNS = (
    Column("kind", label=_("Type"), accessor="get_kind_display", sort_key="kind", width="14%"),
    Column("maturity", label=_("Maturity"), accessor="get_maturity_display", width="14%"),
)
FOLLOW_UP_COLUMNS = (
    Column(
        "date",
        label=_("Date"),
        # Not Wagtail's DateColumn, which says how long ago it was.
        accessor=lambda page: date_format(page.date, "SHORT_DATE_FORMAT"),
        sort_key="date",
        width="12%",
    ),
    Column("state", label=_("State"), accessor="get_state_display", sort_key="state", width="14%"),
)


class WithDefiFacts:
    """Reads in one go what the columns of a list of défis show."""

    def annotate_queryset(self, pages: Any) -> Any:
        pages = super().annotate_queryset(pages)  # type: ignore[misc]
        rows = ("porteurs", "territories", "obstacles", "levers")
        return pages.select_related("campus").prefetch_related(*rows)


class DefiIndexView(WithDefiFacts, IndexView):
    """The flat list of défis."""


class DefiExplorerView(WithDefiFacts, ExplorableIndexView):
    """The défis below their index."""


class DefiViewSet(PageViewSet):
    model = DefiPage
    index_view_class = DefiExplorerView
    columns = columns_of(ExplorableIndexView, *DEFI_COLUMNS)


class PrototypeViewSet(PageViewSet):
    model = PrototypePage
    columns = columns_of(ExplorableIndexView, *PROTOTYPE_COLUMNS)


class FollowUpViewSet(PageViewSet):
    model = FollowUpPage
    columns = columns_of(ExplorableIndexView, *FOLLOW_UP_COLUMNS)


class DefiListing(PageListingViewSet):
    model = DefiPage
    icon = "help"
    menu_label = _("Défis")
    menu_order = 110
    add_to_admin_menu = True
    index_view_class = DefiIndexView
    columns = columns_of(IndexView, *DEFI_COLUMNS)
    filterset_class = DefiFilterSet


class PrototypeListing(PageListingViewSet):
    model = PrototypePage
    icon = "cogs"
    menu_label = _("Prototypes")
    menu_order = 111
    add_to_admin_menu = True
    columns = columns_of(IndexView, *PROTOTYPE_COLUMNS)
    filterset_class = PrototypeFilterSet


class FollowUpListing(PageListingViewSet):
    model = FollowUpPage
    icon = "history"
    menu_label = _("Follow-ups")
    menu_order = 112
    add_to_admin_menu = True
    columns = columns_of(IndexView, *FOLLOW_UP_COLUMNS)
    list_filter = ["state", "date"]
