"""A session: what happens, told once, at whichever sites and times it happens."""

from typing import Any

from django.core.validators import URLValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from community.blocks import body_field
from community.pages import CommunityPage, rows_of, visible_or_none

from .addresses import check_slug
from .campus import CampusPage
from .edition import EditionPage
from .schema import session_facts
from .speaker import SessionSpeaker


class SessionType(models.TextChoices):
    """What kind of session it is, as the pre-programme of 2018 and those after it have them."""

    PLENARY = "plenary", _("Plenary")
    TALK = "talk", _("Talk")
    EXPERIENCE = "experience", _("Experience shared")
    LEARNING_CAFE = "learning_cafe", _("Learning café")
    TEMPS_1 = "temps_1", _("Défis, Temps 1")
    TEMPS_2 = "temps_2", _("Défis, Temps 2")
    TEMPS_3 = "temps_3", _("Défis, Temps 3")
    TEMPS_4 = "temps_4", _("Défis, Temps 4")
    MINI_TALK = "mini_talk", _("Mini-talk")
    WORKSHOP = "workshop", _("Workshop")
    LEARNING_TEAM = "learning_team", _("Learning team")
    EXHIBITION = "exhibition", _("Exhibition")
    ACCELERATION = "acceleration", _("Acceleration of one’s own project")
    CLOSING = "closing", _("Closing")
    MEAL = "meal", _("Welcome or meal")
    FREE = "free", _("Free time or visit")
    TRAINING = "training", _("Training beforehand")
    OTHER = "other", pgettext_lazy("session", "Other")


class SessionStatus(models.TextChoices):
    """How far a session is certain."""

    DRAFT = "draft", pgettext_lazy("session", "Being prepared")
    CONFIRMED = "confirmed", pgettext_lazy("session", "Confirmed")
    CANCELLED = "cancelled", pgettext_lazy("session", "Cancelled")


def _link(label: Any, help_text: Any = "") -> models.URLField:
    """A web address that may stay empty."""
    schemes = [URLValidator(schemes=["http", "https"])]
    return models.URLField(
        label, max_length=500, blank=True, validators=schemes, help_text=help_text
    )


class SessionPage(RoutablePageMixin, CommunityPage):
    """A session, below its site, or below the edition when all sites share it.

    When and where it takes place is told by its slots, which are not versioned with the page.
    """

    session_type = models.CharField(
        _("type"), max_length=20, choices=SessionType.choices, default=SessionType.OTHER
    )
    status = models.CharField(
        _("status"), max_length=10, choices=SessionStatus.choices, default=SessionStatus.DRAFT
    )
    parallel_group = models.CharField(
        _("parallel group"),
        max_length=60,
        blank=True,
        help_text=_("The same words on sessions that take place side by side, to choose among."),
    )
    body = body_field()
    aftermath = body_field(_("minutes"))
    stream_url = _link(_("video stream"))
    audio_url = _link(_("audio stream"), _("For those whose network does not carry images."))
    phone = models.CharField(_("phone number to listen"), max_length=60, blank=True)
    chat_url = _link(_("chat"))
    replay_url = _link(_("recording"))
    questions_open = models.BooleanField(
        _("questions of the public"),
        default=False,
        help_text=_(
            "Gives the session a page of questions, which closes by itself a day after its end. "
            "Those who prepare the programme of one of its sites moderate it."
        ),
    )

    main_panels = [
        FieldRowPanel([FieldPanel("session_type"), FieldPanel("status")]),
        FieldPanel("parallel_group"),
        InlinePanel("speakers", label=_("speaker"), heading=_("Speakers")),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("stream_url"),
                FieldRowPanel([FieldPanel("audio_url"), FieldPanel("phone")]),
                FieldPanel("chat_url"),
                FieldPanel("questions_open"),
            ],
            heading=_("Live"),
        ),
        MultiFieldPanel(
            [FieldPanel("aftermath"), FieldPanel("replay_url")],
            heading=_("Afterwards"),
            help_text=_("What was said, what came out of it, the documents that were shown."),
        ),
    ]
    search_fields = [
        *CommunityPage.search_fields,
        index.SearchField("body"),
        index.SearchField("aftermath"),
        index.SearchField("parallel_group"),
        index.FilterField("session_type"),
        index.FilterField("status"),
    ]
    parent_page_types = ["events.EditionPage", "events.CampusPage"]
    subpage_types: list[str] = []
    card_template = "events/cards/session.html"
    schema_type = "Event"
    schema_is_work = False
    page_description = _("One session of the programme. Its times are set in the programme.")

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def clean(self) -> None:
        super().clean()
        check_slug(self.slug, CampusPage, EditionPage)

    @property
    def cancelled(self) -> bool:
        """Whether it will not take place."""
        return self.status == SessionStatus.CANCELLED

    @cached_property
    def public_speakers(self) -> list[SessionSpeaker]:
        """The speakers who may be named, in the editor's order."""
        rows = rows_of(self, "speakers", "person", "organisation")
        return [speaker for speaker in rows if speaker.person.is_public]

    def entries(self, request: HttpRequest) -> list[Any]:
        """When and where the visitor may follow it: ``events.programme.entries.Entry``."""
        from events.programme.entries import published_entries_of

        return published_entries_of(request, self)

    def lines(self, request: HttpRequest) -> list[Any]:
        """The instants at which it takes place, each with its sites: ``programme.items.Item``."""
        from events.programme.items import items_of

        return items_of(self.entries(request))

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        facts = session_facts(self, self.entries(request))
        return {**super().structured_data(request), **facts}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from events.live.broadcast import broadcast

        context = super().get_context(request, *args, **kwargs)
        parent = self.get_parent()
        context["place"] = visible_or_none(request, parent.specific if parent else None)
        above = (page for page in context["breadcrumb"] if page.specific_class is EditionPage)
        context["edition"] = next(above, None)
        context["lines"] = self.lines(request)
        context["broadcast"] = broadcast(self, self.entries(request))
        return context

    @path("questions/")
    def questions_wall(self, request: HttpRequest) -> HttpResponse:
        """The questions of the public."""
        from events.live.views import wall

        return wall(self, request)

    @path("questions/ecran/")
    def questions_screen(self, request: HttpRequest) -> HttpResponse:
        """The same, for the screen of a room."""
        from events.live.views import screen

        return screen(self, request)
