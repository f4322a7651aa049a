"""An edition of the university, and the index of editions."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from community.blocks import body_field, list_field
from community.listing import Column, Facet, Listing, Sort
from community.models import Phase
from community.pages import CommunityPage, IndexPage, once, rows_of, visible

from ..map import map_of
from .partners import EDITION_ROWS, PartnerRole
from .schema import event_facts


class EditionPage(RoutablePageMixin, CommunityPage):
    """One year's university, held on one site or several."""

    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    ordinal = models.PositiveSmallIntegerField(
        _("ordinal"), null=True, blank=True, help_text=_("1 for the first university, 2…")
    )
    short_name = models.CharField(
        _("short name"), max_length=60, blank=True, help_text=_("For lists and menus: “2018”.")
    )
    other_names = list_field(
        _("other names"), help_text=_("The names under which documents speak of this edition.")
    )
    motto = models.CharField(_("motto"), max_length=200, blank=True)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    phase = models.CharField(_("phase"), max_length=10, choices=Phase.choices, default=Phase.BEFORE)
    body = body_field()

    main_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("year"), FieldPanel("ordinal"), FieldPanel("phase")]),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldRowPanel([FieldPanel("short_name"), FieldPanel("motto")]),
            ],
            heading=_("Identity"),
        ),
        FieldPanel("body"),
        FieldPanel("other_names"),
        *EDITION_ROWS,
    ]
    search_titles = ("title", "called")
    search_fields = [
        *CommunityPage.search_fields,
        index.SearchField("called"),
        index.SearchField("body"),
        index.SearchField("motto"),
        index.SearchField("other_names"),
        index.FilterField("year"),
    ]
    parent_page_types = ["events.EditionIndexPage"]
    subpage_types = ["events.CampusPage", "events.SessionPage", "events.ReportPage"]
    card_template = "events/cards/edition.html"
    schema_type = "Event"
    schema_is_work = False
    shown_by_itself = ("events.campuspage",)
    page_description = _("One year of the university. Its sites are created below it.")

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    @property
    def name(self) -> str:
        """The short name, else the year."""
        return self.short_name or str(self.year)

    @property
    def called(self) -> str:
        """What people call it: "Université 2018", "édition 2018"."""
        with translation.override(self.locale.language_code):
            return f"{self.short_name} {self._meta.verbose_name} {self.year}"

    def clean(self) -> None:
        super().clean()
        check_dates(self.starts_on, self.ends_on)

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().structured_data(request), **event_facts(self, "")}

    def campuses(self, request: HttpRequest) -> list[Any]:
        """The sites of this edition that the visitor may see, in the order of the page tree."""
        from .campus import CampusPage

        def read() -> list[CampusPage]:
            sites = visible(request, CampusPage).child_of(self).order_by("path")
            return list(sites.select_related("territory", "locale", "cover"))

        # An edition that is not saved yet, in a preview, has none.
        return once(request, f"events.campuses.{self.pk}", read) if self.pk else []

    @cached_property
    def partner_rows(self) -> list[Any]:
        """The organisations around this edition, those that make it first."""
        rows = rows_of(self, "partners", "organisation__logo")
        return sorted(rows, key=lambda row: PartnerRole.values.index(row.role))

    @path("programme/", name="programme")
    def programme(self, request: HttpRequest) -> HttpResponse:
        """The programme of all the sites."""
        from events.programme.page import programme_response

        from .campus import CampusPage

        return programme_response(request, self, CampusPage.objects.child_of(self))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["campuses"] = self.campuses(request)
        groups = context["backlinks"]
        context["reports"] = [g for g in groups if g.model in self.joined_children]
        context["backlinks"] = [g for g in groups if g.model not in self.joined_children]
        context["map"] = map_of(context["campuses"], request)
        context["documents"] = rows_of(self, "documents", "document")
        return context


def check_dates(first: Any, last: Any) -> None:
    """Raise ``ValidationError`` on ``ends_on`` when the last day comes before the first."""
    if first and last and last < first:
        raise ValidationError({"ends_on": _("The last day comes before the first.")})


class EditionIndexPage(IndexPage):
    """All the editions."""

    subpage_types: ClassVar[list[str]] = ["events.EditionPage"]
    page_description = _("Lists the editions below it.")

    listing = Listing(
        model=EditionPage,
        facets=(Facet("phase", _("Phase"), "phase", choices=Phase.choices),),
        sorts=(
            Sort("recent", _("Latest first"), ("-year",)),
            Sort("ancien", _("Oldest first"), ("year",)),
        ),
        columns=(
            Column(_("Year"), lambda page: page.year),
            Column(_("Motto"), lambda page: page.motto),
        ),
        related=lambda pages, request: pages.select_related("cover"),
    )

    class Meta:
        verbose_name = _("list of editions")
        verbose_name_plural = _("lists of editions")
