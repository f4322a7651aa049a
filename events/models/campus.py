"""A site of an edition: a place with its own time zone."""

import zoneinfo
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from community.blocks import body_field
from community.models import Credit, Territory
from community.pages import CommunityPage, visible_or_none

from ..coordination.permissions import SitePermissions
from .addresses import check_slug
from .edition import EditionPage, check_dates
from .schema import event_facts
from .venue import VenueFacts

#: The zones where French local bodies work, then that of a past foreign guest, as people say them.
TIME_ZONES = {
    "Europe/Paris": _("Paris time"),
    "America/Guadeloupe": _("Guadeloupe time"),
    "America/Martinique": _("Martinique time"),
    "America/Cayenne": _("Cayenne time"),
    "America/Miquelon": _("Saint-Pierre-et-Miquelon time"),
    "Indian/Reunion": _("Réunion time"),
    "Indian/Mayotte": _("Mayotte time"),
    "Pacific/Noumea": _("Nouméa time"),
    "Pacific/Tahiti": _("Tahiti time"),
    "Pacific/Wallis": _("Wallis-et-Futuna time"),
    "Europe/Bucharest": _("Bucharest time"),
}


def time_zone_choices() -> list[tuple[str, Any]]:
    """The time zones offered first, then every other zone known to this machine."""
    others = sorted(zoneinfo.available_timezones() - set(TIME_ZONES))
    return [*TIME_ZONES.items(), *((zone, zone) for zone in others)]


class CampusPage(VenueFacts, RoutablePageMixin, CommunityPage):
    """One site of an edition."""

    territory = models.ForeignKey(
        Territory,
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=40,
        choices=time_zone_choices,
        default="Europe/Paris",
        help_text=_("The times of this site are shown in it, and named."),
    )
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    opens_at = models.TimeField(
        _("opens at"), null=True, blank=True, help_text=_("In the time of this site.")
    )
    closes_at = models.TimeField(_("closes at"), null=True, blank=True)
    body = body_field()

    main_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("territory"), FieldPanel("venue")]),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldPanel("time_zone"),
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            ],
            heading=_("Place and dates"),
        ),
        *VenueFacts.venue_panels,
        FieldPanel("body"),
    ]
    search_titles = ("title", "choice_label")
    search_fields = [
        *CommunityPage.search_fields,
        index.SearchField("choice_label"),
        index.SearchField("body"),
        index.SearchField("venue"),
        *VenueFacts.venue_search,
        index.RelatedFields("territory", [index.SearchField("name")]),
    ]
    parent_page_types = ["events.EditionPage"]
    subpage_types = ["events.SessionPage"]
    card_template = "events/cards/campus.html"
    schema_type = "Event"
    schema_is_work = False
    followed_as = "site"
    follow_label = _("Follow this site")
    shown_by_itself = (Credit._meta.label_lower,)
    detail_related = (*CommunityPage.detail_related, "territory__region")
    page_description = _("One site of the edition, with its time zone and its venue.")

    class Meta:
        verbose_name = _("site of an edition")
        verbose_name_plural = _("sites of editions")

    def clean(self) -> None:
        super().clean()
        check_slug(self.slug, EditionPage)
        check_dates(self.starts_on, self.ends_on)
        if self.time_zone not in zoneinfo.available_timezones():
            raise ValidationError({"time_zone": _("This time zone is not known.")})

    def structured_data(self, request: Any) -> dict[str, Any]:
        place = self.venue or (self.territory.name if self.territory else self.title)
        return {**super().structured_data(request), **event_facts(self, place)}

    @property
    def choice_label(self) -> str:
        # The address tells the edition without asking the database: "Cluny 2017".
        edition = self.url_path.split("/")[-3] if self.url_path.count("/") > 3 else ""
        return f"{self.title} {edition}" if edition not in self.title else self.title

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """Its time zone; the whole site's when this one is not known to this machine."""
        try:
            return zoneinfo.ZoneInfo(self.time_zone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            return zoneinfo.ZoneInfo(settings.TIME_ZONE)

    def get_time_zone_display(self) -> str:
        """The time zone as people say it.

        Django's own would read all the zones of the machine each time, for each line of a list.
        """
        return str(TIME_ZONES.get(self.time_zone, self.time_zone))

    @path("programme/", name="programme")
    def programme(self, request: HttpRequest) -> HttpResponse:
        """The programme of this site."""
        from events.programme.page import programme_response

        return programme_response(request, self, [self])

    @cached_property
    def edition(self) -> EditionPage:
        """The edition that this site belongs to."""
        return EditionPage.objects.parent_of(self).get()

    @cached_property
    def team(self) -> list[Credit]:
        """The people who may be named, those who coordinate the site first."""
        return sorted(self.public_credits, key=lambda row: row.role != Credit.Role.COORDINATOR)

    def also_followed(self) -> list[tuple[str, str]]:
        place = self.territory
        keys = [place.pk, place.region_id] if place else []
        return [*(("territoire", str(key)) for key in keys), *super().also_followed()]

    @property
    def region_name(self) -> str:
        """The région around the place, empty when it is the place itself."""
        region = self.territory.region if self.territory else None
        return region.name if region is not None and region.pk != self.territory_id else ""

    def permissions_for_user(self, user: Any) -> Any:
        """What ``user`` may do here: deleting or moving a whole site takes rights above it."""
        return SitePermissions(user, self)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["edition"] = visible_or_none(request, self.edition)
        return context
