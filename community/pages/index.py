"""The one listing page of the site: every index extends it and declares its list."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.query import PageQuerySet
from wagtail.search import index

from community.blocks import body_field
from community.listing import Listing
from community.listing.feeds import atom_feed
from community.listing.results import Results

from .base import CommunityPage
from .visibility import visible


class IndexPage(RoutablePageMixin, CommunityPage):
    """An introduction and a list of pages with facets, sorts, layouts and a feed (abstract).

    A subclass sets ``listing``; the pages listed are the visible ones below the index.
    """

    body = body_field()

    listing: ClassVar[Listing]
    printable = False
    schema_type = "CollectionPage"
    index_template: ClassVar[str] = "community/index.html"
    known_as = ""
    max_count_per_parent: ClassVar[int | None] = 1

    main_panels = [FieldPanel("body")]
    search_fields = [*CommunityPage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        # Wagtail gives each page type a template of its own; the listing has one for all.
        return self.index_template

    def listed_pages(self, request: HttpRequest) -> PageQuerySet:
        """Return the pages of the list that this visitor may see."""
        return visible(request, self.listing.model).descendant_of(self)

    def results(self, request: HttpRequest) -> Results:
        """Return the list as the query string asks for it."""
        return Results(self.listing, request, self.listed_pages(request))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["results"] = self.results(request)
        return context

    @path("")
    def list_pages(self, request: HttpRequest) -> HttpResponse:
        """The list itself."""
        return TemplateResponse(request, self.get_template(request), self.get_context(request))

    @path("flux/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The newest pages of the list, with its filters, as Atom."""
        return atom_feed(request, self, self.results(request))
