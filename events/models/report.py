"""The reports of an edition, drafted from what is recorded, completed by an editor.

The report (bilan) says what the edition was and gave; another says later what became of it.
"""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from community.blocks import body_field
from community.pages import CommunityPage, visible_or_none

from .edition import EditionPage


class ReportKind(models.TextChoices):
    """What a report tells of."""

    REPORT = "report", _("report of the edition")
    AFTERWARDS = "afterwards", _("what became of it")


class ReportPage(CommunityPage):
    """What an edition gave, or what became of it. It is dated, and does not change by itself."""

    kind = models.CharField(
        _("what it tells of"),
        max_length=10,
        choices=ReportKind.choices,
        default=ReportKind.REPORT,
    )
    drawn_up_on = models.DateField(
        _("drawn up on"), null=True, blank=True, help_text=_("The day its numbers were read.")
    )
    body = body_field()

    main_panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("drawn_up_on")]),
        FieldPanel("body"),
    ]
    search_fields = [*CommunityPage.search_fields, index.SearchField("body")]
    parent_page_types = ["events.EditionPage"]
    subpage_types: list[str] = []
    max_count_per_parent = len(ReportKind)
    schema_type = "Report"
    backlink_label = pgettext_lazy("of an edition", "Reports")
    page_description = _(
        "The report of the edition, or what became of it. “Draft…”, on the edition, fills it in "
        "with what is recorded."
    )

    class Meta:
        verbose_name = _("report of an edition")
        verbose_name_plural = _("reports of editions")

    @property
    def edition(self) -> EditionPage:
        """The edition that it reports on."""
        return EditionPage.objects.parent_of(self).get()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["edition"] = visible_or_none(request, self.edition)
        return context


# The edition shows its report; this module needs the edition first.
EditionPage.joined_children = (ReportPage,)
