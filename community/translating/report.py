"""The report of the pages that a language lacks, in the administration."""

from typing import Any

from django.conf import settings
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Locale, Page

from community.administration.reports import Report

from .waiting import untranslated_pages


class UntranslatedReport(Report, PageReportView):
    """The pages that a language lacks, those published last first; one language at a time."""

    page_title = _("Pages never translated")
    header_icon = "wagtail-localize-language"
    index_url_name = "untranslated"
    place = "jamais-traduites"
    menu_label = _("Never translated")
    # After that of wagtail-localize.
    menu_order = 9010
    results_template_name = "community/admin/untranslated_results.html"
    export_filename = "untranslated"

    @classmethod
    def may_read(cls, request: HttpRequest) -> bool:
        """Those who may translate."""
        return request.user.has_perm("wagtail_localize.submit_translation")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        others = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
        asked = others.filter(language_code=request.GET.get("langue", "")[:20].replace("\0", ""))
        self.target = asked.first() or others.order_by("pk").first()
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Page]:
        if self.target is None:
            return Page.objects.none()
        pages = untranslated_pages(self.request, self.target)
        return pages.order_by(F("last_published_at").desc(nulls_last=True), "pk")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        others = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
        context = super().get_context_data(*args, **kwargs)
        return {**context, "target": self.target, "targets": others.order_by("pk")}
