"""The index of the webinars."""

from typing import ClassVar

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from community.listing import Case, Cases, Column, Facet, Listing, Sort
from community.pages import IndexPage

from ..vocabularies import WebinarKind
from ..webinars.timing import NEXT_FIRST, PAST, UPCOMING
from ..webinars.wording import state_label, when
from .webinar import WebinarPage

REPLAY = ~Q(replay_url="") | Q(replay_file__isnull=False)


class WebinarIndexPage(IndexPage):
    """The webinars and the other meetings of the year."""

    subpage_types: ClassVar[list[str]] = ["events.WebinarPage"]
    page_description = _("Lists the webinars and meetings below it.")

    listing = Listing(
        model=WebinarPage,
        facets=(
            Cases(
                "quand",
                _("When"),
                (Case("a-venir", _("Upcoming"), UPCOMING), Case("passes", _("Past"), PAST)),
            ),
            Cases("replay", _("Replay"), (Case("oui", _("To watch again"), REPLAY),)),
            Facet("nature", _("Kind"), "kind", choices=WebinarKind.choices),
            Facet("edition", _("Edition"), "edition_id", "edition__title", page="edition"),
            Facet(
                "theme",
                _("Theme"),
                "page_themes__theme__slug",
                "page_themes__theme__name",
                followed_as="theme",
            ),
        ),
        sorts=(
            Sort("date", _("Next first"), NEXT_FIRST),
            Sort("recent", _("Latest first"), ("-starts_at",)),
            Sort("titre", _("Title"), ("sort_title",)),
        ),
        columns=(
            Column(_("When"), when),
            Column(_("State"), state_label),
            Column(_("Kind"), lambda page: page.get_kind_display()),
        ),
        related=lambda pages, request: pages.select_related("territory"),
    )

    class Meta:
        verbose_name = _("list of webinars")
        verbose_name_plural = _("lists of webinars")
