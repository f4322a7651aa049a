"""News between the editions."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from community.blocks import body_field
from community.listing import CARDS, Facet, Listing, Sort
from community.pages import CommunityPage, IndexPage


class NewsPage(CommunityPage):
    """A piece of news."""

    date = models.DateField(_("date"), default=timezone.localdate)
    body = body_field()

    main_panels: ClassVar = [FieldPanel("date"), FieldPanel("body")]
    search_fields = [
        *CommunityPage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
    ]
    parent_page_types: ClassVar[list[str]] = ["home.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    card_template = "home/cards/news.html"
    schema_type = "NewsArticle"
    page_description = _("A dated piece of news.")

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        data = super().structured_data(request)
        return {**data, "headline": self.title, "datePublished": self.date.isoformat()}


class NewsIndexPage(IndexPage):
    """All the news."""

    subpage_types: ClassVar[list[str]] = ["home.NewsPage"]
    page_description = _("Lists the news below it.")

    listing = Listing(
        model=NewsPage,
        facets=(
            Facet("annee", _("Year"), "date__year"),
            Facet("etiquette", _("Tag"), "tagged_items__tag__slug", "tagged_items__tag__name"),
        ),
        sorts=(
            Sort("recent", _("Newest first"), ("-date",)),
            Sort("ancien", _("Oldest first"), ("date",)),
        ),
        layouts=(CARDS,),
        related=lambda pages, request: pages.select_related("cover"),
    )

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")
