"""The lists of défis and of prototypes."""

from typing import Any, ClassVar

from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from community.listing import Column, Facet, Listing, Sort
from community.models import Organisation
from community.pages import IndexPage, visible
from events.models import CampusPage, EditionPage

from ..cousins.routes import CousinRoutes
from ..observatory.routes import ObservatoryRoutes
from .defi import DefiPage
from .prototype import Kind, Maturity, PrototypePage
from .relations import DefiPorteur, DefiTerritory
from .state import State

EDITION = Facet("edition", _("Edition"), "edition__slug", "edition__year", page="edition")
CAMPUS = Facet("site", _("Site"), "campus__slug", "campus__title", page="campus")
TAG = Facet("etiquette", _("Tag"), "tagged_items__tag__slug", "tagged_items__tag__name")
THEME = Facet(
    "theme", _("Theme"), "page_themes__theme__slug", "page_themes__theme__name", followed_as="theme"
)


def names(rows: Any, attribute: str) -> str:
    """Return the names of what ``rows`` point to, separated by commas."""
    return ", ".join(str(getattr(row, attribute)) for row in rows.all())


def with_places(pages: Any, request: HttpRequest) -> Any:
    """Prepare the edition and the site of défis or prototypes, ``None`` when not visible.

    Those that are not in this language yet are shown in theirs.
    """
    return pages.select_related("locale", "cover").prefetch_related(
        Prefetch("edition", visible(request, EditionPage, language="all").select_related("locale")),
        Prefetch("campus", visible(request, CampusPage, language="all").select_related("locale")),
    )


def with_card_facts(defis: Any, request: HttpRequest) -> Any:
    """Prepare a queryset of défis for cards: no query per item."""
    return with_porteurs(with_places(defis, request))


def with_porteurs(defis: Any) -> Any:
    """Read the porteurs of défis with them."""
    porteurs = DefiPorteur.objects.select_related("organisation")
    return defis.prefetch_related(Prefetch("porteurs", porteurs))


def with_row_facts(defis: Any, request: HttpRequest) -> Any:
    """Prepare a queryset of défis for the rows of a table: no query per item."""
    territories = Prefetch("territories", DefiTerritory.objects.select_related("territory"))
    return with_card_facts(defis, request).prefetch_related(territories)


class DefiIndexPage(ObservatoryRoutes, CousinRoutes, IndexPage):
    """All the défis, and below them the observatory of what they became."""

    index_template = "defis/defi_index.html"
    subpage_types: ClassVar[list[str]] = ["defis.DefiPage"]
    page_description = _("Lists the défis below it.")

    listing = Listing(
        model=DefiPage,
        facets=(
            EDITION,
            CAMPUS,
            Facet("etat", _("State"), "state", choices=State.choices),
            THEME,
            Facet(
                "porteur",
                _("Type of porteur"),
                "porteurs__organisation__kind",
                choices=Organisation.Kind.choices,
            ),
            Facet(
                "region",
                _("Region or country"),
                "territories__territory__region_id",
                "territories__territory__region__name",
                followed_as="territoire",
            ),
            TAG,
        ),
        sorts=(
            # Made-up examples come after what happened.
            Sort("numero", _("Number"), ("fictional", "-edition__year", "campus__title", "number")),
            Sort("question", _("Question"), ("sort_title",)),
            Sort("recent", _("Last updated first"), ("-last_published_at",)),
        ),
        columns=(
            Column(_("Number"), lambda page: page.number),
            Column(_("Porteur"), lambda page: names(page.porteurs, "organisation")),
            Column(_("Territory"), lambda page: names(page.territories, "territory")),
            Column(_("Site"), lambda page: page.campus.title if page.campus else ""),
            Column(_("State"), lambda page: page.get_state_display()),
        ),
        related=with_row_facts,
    )

    class Meta:
        verbose_name = _("list of défis")
        verbose_name_plural = _("lists of défis")


class PrototypeIndexPage(IndexPage):
    """All the prototypes."""

    subpage_types: ClassVar[list[str]] = ["defis.PrototypePage"]
    page_description = _("Lists the prototypes below it.")

    listing = Listing(
        model=PrototypePage,
        facets=(
            Facet("type", _("Type"), "kind", choices=Kind.choices),
            Facet("maturite", _("Maturity"), "maturity", choices=Maturity.choices),
            EDITION,
            CAMPUS,
            THEME,
            TAG,
        ),
        sorts=(
            Sort("nom", _("Name"), ("sort_title",)),
            Sort("recent", _("Newest first"), ("-first_published_at",)),
        ),
        columns=(
            Column(_("Type"), lambda page: page.get_kind_display()),
            Column(_("Maturity"), lambda page: page.get_maturity_display()),
            Column(_("Edition"), lambda page: page.edition.name if page.edition else ""),
        ),
        related=with_places,
    )

    class Meta:
        verbose_name = _("list of prototypes")
        verbose_name_plural = _("lists of prototypes")
