"""A prototype: what a group made to show its answer, tied to any number of défis."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.search import index

from community.blocks import body_field
from community.models import PageRow
from community.pages import CommunityPage, visible, visible_or_none
from events.models import CampusPage, EditionPage

from .defi import DefiPage


class Kind(models.TextChoices):
    """Types of prototype, inferred from the 64 names of the report of 2018 (domain.md §1.6)."""

    DIGITAL = "digital", _("Digital service")
    MOBILE = "mobile", _("Travelling service")
    PLACE = "place", _("Place or space")
    EVENT = "event", _("Event or ritual")
    GAME = "game", _("Game or card set")
    JOURNEY = "journey", _("Journey")
    NETWORK = "network", _("Network or approach")
    LABEL = "label", _("Label, brand or campaign")
    TOOL = "tool", _("Tool or diagnosis")
    OTHER = "other", _("Other")


class Maturity(models.TextChoices):
    """How far the prototype went."""

    IDEA = "idea", _("Idea")
    SHOWN = "shown", _("Shown in the exhibition")
    TRIED = "tried", _("Tried with users")
    IN_USE = "in_use", _("In use")
    GIVEN_UP = "given_up", _("Given up")


class PrototypePage(CommunityPage):
    """A prototype."""

    kind = models.CharField(_("type"), max_length=20, choices=Kind.choices)
    maturity = models.CharField(
        _("maturity"), max_length=20, choices=Maturity.choices, default=Maturity.SHOWN
    )
    edition = models.ForeignKey(
        EditionPage,
        verbose_name=_("edition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    campus = models.ForeignKey(
        CampusPage,
        verbose_name=_("site"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = body_field(_("description"))
    tests = body_field(_("tests and what they taught"))

    main_panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("maturity")]),
        FieldRowPanel([FieldPanel("edition"), FieldPanel("campus")]),
        InlinePanel("prototype_defis", label=_("défi"), heading=_("Défis it answers")),
        FieldPanel("body"),
        FieldPanel("tests"),
    ]
    search_fields = [
        *CommunityPage.search_fields,
        index.SearchField("body"),
        index.SearchField("tests"),
        index.FilterField("kind"),
        index.FilterField("maturity"),
    ]
    parent_page_types = ["defis.PrototypeIndexPage"]
    subpage_types: list[str] = []
    belongs_to = "edition"
    card_template = "defis/cards/prototype.html"
    schema_type = "CreativeWork"
    shown_by = (EditionPage._meta.label_lower, CampusPage._meta.label_lower)
    detail_related = (*CommunityPage.detail_related, "edition__locale", "campus__locale")
    shown_by_itself = ("defis.defipage",)
    page_description = _("What a group made to show its answer. A name and a type are enough.")

    class Meta:
        verbose_name = _("prototype")
        verbose_name_plural = _("prototypes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..filiation import around

        context = super().get_context(request, *args, **kwargs)
        context["reuse"] = around(self, request)
        context["edition"] = visible_or_none(request, self.edition)
        context["campus"] = visible_or_none(request, self.campus)
        rows = list(self.prototype_defis.all())
        keys = [row.defi_id for row in rows]
        allowed = visible(request, DefiPage, language="all").filter(pk__in=keys)
        defis = {defi.pk: defi for defi in allowed.select_related("locale")}
        context["defis"] = [
            {"defi": defis[row.defi_id], "confirmed": row.confirmed}
            for row in rows
            if row.defi_id in defis
        ]
        return context


class PrototypeDefi(PageRow):
    """A défi that the prototype answers; unconfirmed when no source states it."""

    page = ParentalKey(PrototypePage, on_delete=models.CASCADE, related_name="prototype_defis")
    defi = models.ForeignKey(
        DefiPage, verbose_name=_("défi"), on_delete=models.CASCADE, related_name="+"
    )
    confirmed = models.BooleanField(
        _("confirmed"),
        default=True,
        help_text=_("Untick it when the tie is only plausible: the page then says so."),
    )

    panels = [FieldRowPanel([PageChooserPanel("defi"), FieldPanel("confirmed")])]

    class Meta(PageRow.Meta):
        verbose_name = _("défi of a prototype")
        verbose_name_plural = _("défis of prototypes")
