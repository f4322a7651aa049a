"""The report of downloads in the administration."""

from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permissions import policy_registry

from community.administration.reports import Report
from community.models import CommunityDocument, DownloadCount


def with_downloads(documents: QuerySet) -> QuerySet:
    """Return ``documents`` with ``downloads`` in all and ``downloads_this_year``."""
    counts = DownloadCount.objects.filter(document=OuterRef("pk")).order_by().values("document")

    def total(rows: QuerySet) -> Coalesce:
        summed = rows.annotate(total=Sum("number")).values("total")
        return Coalesce(Subquery(summed, output_field=IntegerField()), Value(0))

    this_year = counts.filter(day__year=timezone.localdate().year)
    return documents.annotate(downloads=total(counts), downloads_this_year=total(this_year))


class DownloadReport(Report):
    """How often each document was downloaded, the most asked for first."""

    model = CommunityDocument
    page_title = _("Downloads")
    header_icon = "download"
    index_url_name = "downloads"
    place = "downloads"
    menu_order = 800
    actions = ["add", "change", "delete"]
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

    @classmethod
    def may_read(cls, request: HttpRequest) -> bool:
        """Those who look after documents."""
        policy = policy_registry.get_by_type(CommunityDocument)
        return bool(policy.user_has_any_permission(request.user, cls.actions))

    def get_queryset(self) -> QuerySet:
        mine = policy_registry.get_by_type(CommunityDocument).instances_user_has_any_permission_for(
            self.request.user, self.actions
        )
        return with_downloads(mine).order_by(F("downloads").desc(), "title", "pk")
