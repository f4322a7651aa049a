"""The report of downloads in the administration."""

from typing import Any

from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from community.models import CommunityDocument, DownloadCount


def with_downloads(documents: QuerySet) -> QuerySet:
    """Return ``documents`` with ``downloads`` in all and ``downloads_this_year``."""
    counts = DownloadCount.objects.filter(document=OuterRef("pk")).order_by().values("document")

    def total(rows: QuerySet) -> Coalesce:
        summed = rows.annotate(total=Sum("number")).values("total")
        return Coalesce(Subquery(summed, output_field=IntegerField()), Value(0))

    this_year = counts.filter(day__year=timezone.localdate().year)
    return documents.annotate(downloads=total(counts), downloads_this_year=total(this_year))


class DownloadReport(ReportView):
    """How often each document was downloaded, the most asked for first."""

    model = CommunityDocument
    page_title = _("Downloads")
    header_icon = "download"
    index_url_name = "downloads"
    index_results_url_name = "downloads_results"
    any_permission_required = ["add", "change", "delete"]
    columns = [
        TitleColumn(
            "title",
            label=_("Document"),
            get_url=lambda document: reverse("wagtaildocs:edit", args=[document.pk]),
        ),
        Column("downloads_this_year", label=_("This year")),
        Column("downloads", label=_("In all")),
    ]
    list_export = ["title", "filename", "downloads_this_year", "downloads"]
    export_headings = {
        "title": _("Document"),
        "filename": _("File"),
        "downloads_this_year": _("This year"),
        "downloads": _("In all"),
    }
    export_filename = "downloads"

    @cached_property
    def permission_policy(self) -> Any:
        return policy_registry.get_by_type(CommunityDocument)

    def get_queryset(self) -> QuerySet:
        mine = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, self.any_permission_required
        )
        return with_downloads(mine).order_by(F("downloads").desc(), "title", "pk")


def report_urls() -> list[Any]:
    """The addresses of the report, below ``/admin/``."""
    return [
        path("reports/downloads/", DownloadReport.as_view(), name="downloads"),
        path(
            "reports/downloads/results/",
            DownloadReport.as_view(results_only=True),
            name="downloads_results",
        ),
    ]
