"""Promoted results in the administration: Wagtail's own, without what nothing here counts."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.contrib.search_promotions.forms import SearchPromotionsFormSet
from wagtail.contrib.search_promotions.views import CreateView, IndexView

from community.listing.query import TEXT

# Wagtail gives this field no name that could be translated.
SearchPromotionsFormSet.form.base_fields["external_link_text"].label = _("External link text")


class PromotionsView(IndexView):
    """The list, without the number of times that each search was made: it would always be 0."""

    columns = [column for column in IndexView.columns if column.name != "views"]


class PromoteView(CreateView):
    """The form to add one, with the words of the query string in it."""

    add_url_name = "promote_search"

    def get_initial(self) -> dict[str, Any]:
        return {"query_string": self.request.GET.get(TEXT, "").replace("\0", "")[:80]}


def hide_search_terms(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Take Wagtail's report of popular searches out of the menu, which would always be empty."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]


def urls() -> list[Any]:
    """The addresses of these views; to be read before Wagtail's, two of which they answer."""
    return [
        path("searchpicks/", PromotionsView.as_view(), name="promotions"),
        path(
            "searchpicks/results/",
            PromotionsView.as_view(results_only=True),
            name="promotions_results",
        ),
        path("searchpicks/promote/", PromoteView.as_view(), name="promote_search"),
    ]
