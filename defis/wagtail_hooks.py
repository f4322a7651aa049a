"""What this plugin adds to the administration: flat lists with the columns editors look for."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from .models import DefiPage, FollowUpPage, PrototypePage


class DefiListing(PageListingViewSet):
    model = DefiPage
    icon = "help"
    menu_label = _("Défis")
    menu_order = 110
    add_to_admin_menu = True
    list_filter = ["state", "edition", "campus"]
    columns = [
        *PageListingViewSet.index_view_class.base_columns[:2],
        Column("number", label=_("Number"), sort_key="number", width="8%"),
        Column("campus", label=_("Site"), accessor=lambda page: page.campus or "", width="12%"),
        Column("state", label=_("State"), accessor="get_state_display", width="12%"),
        Column(
            "completeness",
            label=_("Complete"),
            accessor=lambda page: f"{page.completeness} %",
            width="10%",
        ),
        *PageListingViewSet.index_view_class.base_columns[2:],
    ]


class PrototypeListing(PageListingViewSet):
    model = PrototypePage
    icon = "cogs"
    menu_label = _("Prototypes")
    menu_order = 111
    add_to_admin_menu = True
    list_filter = ["kind", "maturity", "edition"]


class FollowUpListing(PageListingViewSet):
    model = FollowUpPage
    icon = "history"
    menu_label = _("Follow-ups")
    menu_order = 112
    add_to_admin_menu = True
    list_filter = ["state", "date"]


@hooks.register("register_admin_viewset")
def register_listings() -> list[PageListingViewSet]:
    """Add the three flat lists to the administration's menu."""
    return [
        DefiListing("defi_listing"),
        PrototypeListing("prototype_listing"),
        FollowUpListing("follow_up_listing"),
    ]
