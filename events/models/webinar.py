"""A webinar, or another meeting of the year: announced, then kept as a replay."""

import zoneinfo
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from community.blocks import DocumentBlock, body_field
from community.blocks.fields import ContentField
from community.models import CommunityDocument, Credit, Territory
from community.pages import CommunityPage, visible_or_none
from community.printing import Sheet
from community.video.chapters import chapters_field

from ..vocabularies import WebinarKind
from ..webinars.forms import WebinarForm
from ..webinars.timing import over_at
from .campus import time_zone_choices
from .edition import EditionPage
from .webinar_panels import MAIN_PANELS


class WebinarPage(CommunityPage):
    """A meeting of the year: when it is, how to come, then what is left of it."""

    kind = models.CharField(
        _("kind"), max_length=12, choices=WebinarKind.choices, default=WebinarKind.WEBINAR
    )
    starts_at = models.DateTimeField(
        _("starts"), help_text=_("Typed in the time zone of your account.")
    )
    ends_at = models.DateTimeField(
        _("ends"), null=True, blank=True, help_text=_("Empty: counted as two hours long.")
    )
    days_only = models.BooleanField(
        _("only the days are known"),
        default=False,
        help_text=_("No time is shown; what is typed as time is left out."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=40,
        choices=time_zone_choices,
        default="Europe/Paris",
        help_text=_("Its times are shown in it, and named."),
    )
    over_at = models.DateTimeField(editable=False, db_index=True, default=timezone.now)
    cancelled = models.BooleanField(
        _("cancelled"),
        default=False,
        help_text=_("It stays here and in the calendars that have it, as cancelled."),
    )
    registration_url = models.URLField(_("address to register"), max_length=500, blank=True)
    territory = models.ForeignKey(
        Territory,
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("For a meeting on site. Empty: it is held online."),
    )
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    edition = models.ForeignKey(
        EditionPage,
        verbose_name=_("edition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The university that it prepares or follows."),
    )
    body = body_field()

    replay_url = models.URLField(
        _("address of the replay"),
        max_length=500,
        blank=True,
        help_text=_("PeerTube, Vimeo or YouTube: it plays here, after a click. Else a link."),
    )
    replay_file = models.ForeignKey(
        CommunityDocument,
        verbose_name=_("file of the replay"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A short video (.mp4 or .webm), given by this site."),
    )
    captions = models.ForeignKey(
        CommunityDocument,
        verbose_name=_("captions"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A WebVTT file (.vtt), for the file of the replay."),
    )
    captions_reviewed = models.BooleanField(
        _("somebody reviewed the captions"),
        default=False,
        help_text=_("Captions that a machine wrote are none until somebody has read them."),
    )
    chapters = chapters_field(_("chapters"))
    transcript = body_field(_("transcript"))
    no_transcript_reason = models.TextField(
        _("why there is no transcript"),
        max_length=500,
        blank=True,
        help_text=_("Shown to readers. A replay is published with a transcript, or with this."),
    )
    slides = ContentField(
        [("document", DocumentBlock())], verbose_name=_("slides and files"), blank=True
    )

    main_panels = MAIN_PANELS
    search_fields = [
        *CommunityPage.search_fields,
        index.SearchField("body"),
        index.SearchField("transcript"),
        index.SearchField("venue"),
        index.RelatedFields("territory", [index.SearchField("name")]),
        index.FilterField("kind"),
    ]
    base_form_class = WebinarForm
    parent_page_types = ["events.WebinarIndexPage"]
    subpage_types: list[str] = []
    belongs_to = "edition"
    card_template = "events/cards/webinar.html"
    backlink_label = _("Webinars and meetings")
    schema_type = "Event"
    schema_is_work = False
    detail_related = (
        *CommunityPage.detail_related,
        "territory",
        "edition",
        "replay_file",
        "captions",
    )
    page_description = _("A webinar or another meeting: its date, then its replay.")

    class Meta:
        verbose_name = _("webinar")
        verbose_name_plural = _("webinars")

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.over_at = self.end
        return super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("It ends before it starts.")})
        if self.time_zone not in zoneinfo.available_timezones():
            raise ValidationError({"time_zone": _("This time zone is not known.")})

    @property
    def end(self) -> datetime:
        """The instant from which it is past."""
        return over_at(
            self.starts_at, self.ends_at, days_only=self.days_only, time_zone=self.time_zone
        )

    @property
    def local_start(self) -> datetime:
        """Its start in its own time zone."""
        return self.starts_at.astimezone(zoneinfo.ZoneInfo(self.time_zone))

    @property
    def local_end(self) -> datetime | None:
        """Its end in its own time zone, ``None`` when nobody said it."""
        return self.ends_at and self.ends_at.astimezone(zoneinfo.ZoneInfo(self.time_zone))

    @property
    def first_day(self) -> date:
        """Its day, where it is held."""
        return self.local_start.date()

    @property
    def last_day(self) -> date:
        """The day on which it ends, where it is held."""
        return (self.local_end or self.local_start).date()

    @property
    def replay(self) -> str:
        """The address of its replay, here or elsewhere; "" without one."""
        return self.replay_file.url if self.replay_file else self.replay_url

    @property
    def captions_url(self) -> str:
        """The address of its captions, "" without any."""
        return self.captions.url if self.captions else ""

    @property
    def state(self) -> str:
        """``cancelled``, ``upcoming``, ``on``, ``replay`` or ``over``: what its cards say."""
        if self.cancelled:
            return "cancelled"
        now = timezone.now()
        if self.end > now:
            return "on" if self.starts_at <= now else "upcoming"
        return "replay" if self.replay_file_id or self.replay_url else "over"

    @property
    def open_to_register(self) -> bool:
        """Whether people may still register."""
        return bool(self.registration_url) and self.state in ("upcoming", "on")

    @property
    def speakers(self) -> list[Credit]:
        """The speakers who may be named, in the editor's order."""
        return [one for one in self.public_credits if one.role == Credit.Role.SPEAKER]

    @property
    def place(self) -> str:
        """Where it is held, in words; "" when it is held online."""
        return ", ".join(str(part) for part in (self.venue, self.territory) if part)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["edition"] = visible_or_none(request, self.edition)
        return context

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        from ..webinars.schema import webinar_facts

        return {**super().structured_data(request), **webinar_facts(self, request)}

    def sheet(self, request: HttpRequest) -> Sheet:
        from ..webinars.sheet import webinar_sheet

        return webinar_sheet(self, request)
