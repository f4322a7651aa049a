"""A document of the shared library: synthesis, guide, template, video, slides or link."""

from typing import Any
from urllib.parse import urlsplit

from django.db import models
from django.db.models import Sum
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.search import index

from community.blocks import body_field
from community.models import DownloadCount
from community.pages import CommunityPage, is_visible, rows_of, visible_or_none

from ..forms import ResourceForm
from ..vocabularies import ResourceKind

SCHEMA_TYPES = {
    ResourceKind.VIDEO: "VideoObject",
    ResourceKind.SLIDES: "PresentationDigitalDocument",
    ResourceKind.LINK: "WebPage",
}


class ResourcePage(CommunityPage):
    """A document: what it is, for whom, when it serves, its files or its address."""

    kind = models.CharField(_("kind"), max_length=12, choices=ResourceKind.choices)
    author = models.CharField(
        _("author"),
        max_length=255,
        blank=True,
        help_text=_("The body or the person to name, as they wish to be named."),
    )
    address = models.URLField(
        _("address elsewhere"),
        max_length=500,
        blank=True,
        help_text=_("Where it is kept, when it is not a file below: a page, a video."),
    )
    before = models.BooleanField(_("before"), default=False)
    during = models.BooleanField(_("during"), default=False)
    after = models.BooleanField(_("after"), default=False)
    origin = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("comes from"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The edition, the site or the défi in which it was made."),
    )
    body = body_field(help_text=_("What it holds, how to use it."))

    main_panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("author")]),
        InlinePanel("resource_files", label=_("file"), heading=_("Files")),
        FieldPanel("address"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                InlinePanel("resource_audiences", label=_("role"), heading=_("For whom")),
                FieldRowPanel([FieldPanel("before"), FieldPanel("during"), FieldPanel("after")]),
                InlinePanel("resource_temps", label=_("Temps"), heading=_("Temps"), max_num=4),
                PageChooserPanel("origin"),
            ],
            heading=_("For whom, when, from where"),
        ),
    ]
    search_fields = [
        *CommunityPage.search_fields,
        index.SearchField("body"),
        index.SearchField("author"),
        index.FilterField("kind"),
    ]
    base_form_class = ResourceForm
    parent_page_types = ["methods.ResourceIndexPage"]
    subpage_types: list[str] = []
    card_template = "methods/cards/resource.html"
    backlink_label = _("Documents")
    page_description = _("A document to read, take away or reuse.")

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        files = rows_of(self, "resource_files", "document")
        counts = DownloadCount.objects.filter(document__in=[row.document_id for row in files])
        context["files"] = files
        context["downloads"] = counts.aggregate(total=Sum("number"))["total"] or 0
        audiences = rows_of(self, "resource_audiences", "role")
        context["roles"] = [row.role for row in audiences if is_visible(request, row.role)]
        context["origin"] = visible_or_none(request, self.origin)
        return context

    @property
    def address_host(self) -> str:
        """The name of the site where the document is kept, "" when it is here."""
        return urlsplit(self.address).hostname or ""

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        data = super().structured_data(request)
        kind = SCHEMA_TYPES.get(self.kind, "DigitalDocument")
        data["@type"] = [kind, "LearningResource"]
        if self.author:
            data["creditText"] = self.author
        if self.address:
            data["sameAs"] = self.address
        return data
