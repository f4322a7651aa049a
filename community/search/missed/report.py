"""The report of searches that found nothing, for those who choose what searches find first."""

import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet, Subquery, Sum
from django.http import HttpRequest
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django_filters.filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.permissions import policy_registry

from community.administration.reports import Report
from community.listing.query import TEXT
from community.models import SearchMiss
from community.search.missed.misses import SEEN_FROM


def seen() -> "QuerySet[SearchMiss]":
    """Return the months of the searches that the report may show, as they were counted."""
    return SearchMiss.objects.filter(number__gte=SEEN_FROM)


def _same() -> "QuerySet[SearchMiss]":
    """The months of one search: to be asked inside a query on another month of it."""
    return seen().filter(language=OuterRef("language"), text=OuterRef("text")).order_by()


def month_name(month: datetime.date) -> str:
    """Return “November 2026”, in the active language."""
    return f"{MONTHS[month.month]} {month.year}"


def months() -> list[tuple[str, str]]:
    """Return the months that hold a search, the latest first, as choices."""
    found = seen().order_by("-month").values_list("month", flat=True).distinct()
    return [(month.isoformat(), month_name(month)) for month in found]


class MissFilterSet(WagtailFilterSet):
    language = ChoiceFilter(label=_("Language"), choices=settings.WAGTAIL_CONTENT_LANGUAGES)
    month = ChoiceFilter(label=_("Month"), choices=months, method="in_month")

    class Meta:
        model = SearchMiss
        fields = ["language", "month"]

    def in_month(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Keep what was searched for in that month, whether or not it was later."""
        return queryset.filter(Exists(_same().filter(month=value)))


class LinksColumn(Column):
    """What can be done about a search."""

    cell_template_name = "community/admin/search_miss_links.html"

    def get_value(self, instance: SearchMiss) -> dict[str, str]:
        with override(instance.language):
            page = reverse("search")
        return {
            "words": instance.text,
            "promote": f"{reverse('promote_search')}?{urlencode({TEXT: instance.text})}",
            "search": f"{page}?{urlencode({TEXT: instance.text})}",
        }


class MissReport(Report):
    """What was searched for and not found in the last year, the most asked for first."""

    model = SearchMiss
    page_title = _("Searches that found nothing")
    header_icon = "search"
    template_name = "community/admin/searches.html"
    results_template_name = "community/admin/searches_results.html"
    index_url_name = "search_misses"
    place = "searches"
    menu_order = 850
    filterset_class = MissFilterSet
    columns = [
        Column("text", label=_("Words")),
        Column("language", label=_("Language"), accessor="language_name"),
        NumberColumn("times", label=_("Times")),
        Column("month", label=_("Last month"), accessor=lambda miss: month_name(miss.month)),
        LinksColumn("links", label=_("To do")),
    ]
    list_export = ["text", "language", "times", "month"]
    export_headings = {
        "text": _("Words"),
        "language": _("Language"),
        "times": _("Times"),
        "month": _("Last month"),
    }
    export_filename = "searches"

    @classmethod
    def may_read(cls, request: HttpRequest) -> bool:
        """Those who may promote pages."""
        policy = policy_registry.get_by_type(SearchPromotion)
        return bool(policy.user_has_permission(request.user, "add"))

    def get_queryset(self) -> "QuerySet[SearchMiss]":
        total = _same().values("text").annotate(total=Sum("number")).values("total")
        later = Exists(_same().filter(month__gt=OuterRef("month")))
        # One row for each search: its latest month.
        latest = seen().annotate(times=Subquery(total)).exclude(later)
        return latest.order_by("-times", "text", "language")
