"""The index of the methods."""

from typing import Any, ClassVar

from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from community.listing import Column, Facet, Flags, Listing, Range, Sort
from community.models import Phase, Temps
from community.pages import IndexPage

from ..vocabularies import Difficulty, Part
from ..wording import duration, people
from .families import Family
from .method import LARGEST, LONGEST, MethodPage

FAMILY = Facet("famille", _("I want to…"), "family", choices=Family.choices)
TEMPS = Facet("temps", _("I am at…"), "method_temps__temps", choices=Temps.choices)


class MethodIndexPage(IndexPage):
    """The toolbox. Its filters come in the order in which somebody prepares a session."""

    subpage_types: ClassVar[list[str]] = ["methods.MethodPage"]
    page_description = _("The toolbox: lists the methods below it.")
    index_template = "methods/toolbox.html"

    listing = Listing(
        model=MethodPage,
        facets=(
            Range(
                "duree",
                _("Time available"),
                "minutes_min",
                "minutes_max",
                unit=_("minutes"),
                say=duration,
                offered=(15, 30, 45, 60, 90, 120),
                limit=LONGEST,
                within=True,
            ),
            Range(
                "personnes",
                _("Number of people"),
                "people_min",
                "people_max",
                unit=_("people"),
                say=people,
                offered=(5, 12, 30, 100),
                limit=LARGEST,
            ),
            Flags(
                "lieu",
                _("Place"),
                (("on_site", _("on site")), ("remote", _("remote")), ("hybrid", _("hybrid"))),
            ),
            FAMILY,
            TEMPS,
            Facet("moment", _("Part of a session"), "part", choices=Part.choices),
            Facet("difficulte", _("To lead it"), "difficulty", choices=Difficulty.choices),
            Flags("phase", _("Phase"), [(phase.value, phase.label) for phase in Phase]),
            Facet(
                "theme",
                _("Theme"),
                "page_themes__theme__slug",
                "page_themes__theme__name",
                followed_as="theme",
            ),
            Facet(
                "etiquette",
                _("Tag"),
                "tagged_items__tag__slug",
                "tagged_items__tag__name",
                offered=10,
            ),
        ),
        sorts=(
            Sort("nom", _("Name"), ("sort_title",)),
            Sort(
                "duree",
                _("Shortest first"),
                (F("minutes_min").asc(nulls_last=True), "sort_title"),
            ),
            Sort(
                "facilite",
                _("Easiest first"),
                (F("difficulty").asc(nulls_last=True), "sort_title"),
            ),
            Sort("recent", _("Newest first"), ("-first_published_at",)),
        ),
        columns=(
            Column(_("Aim"), lambda page: page.summary),
            Column(_("Family"), lambda page: page.get_family_display()),
            Column(_("Duration"), lambda page: page.duration),
            Column(_("People"), lambda page: page.people),
            Column(_("To lead it"), lambda page: page.get_difficulty_display() or ""),
            Column(_("Place"), lambda page: ", ".join(map(str, page.places))),
        ),
        page_size=10,
        related=lambda pages, request: pages.select_related("cover").defer_streamfields(),
    )

    class Meta:
        verbose_name = _("toolbox")
        verbose_name_plural = _("toolboxes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        results = context["results"]
        # Two ways in, for as long as nothing was asked: the counts are those of the filters.
        offered = {} if results.chips else {each.facet.name: each for each in results.facets}
        for name, facet in (("verbs", FAMILY), ("temps", TEMPS)):
            context[name] = offered[facet.name].options if facet.name in offered else ()
        return context
