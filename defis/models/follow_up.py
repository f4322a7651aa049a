"""A follow-up: what became of a défi, at one date."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import PageManager, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail.search import index

from community.blocks import ContentField, body_field
from community.following.references import PATH_ABOVE
from community.pages import CommunityPage, rows_of, visible, visible_or_none

from .state import State


class NextStepBlock(blocks.StructBlock):
    """A step promised: open, done or given up. Its block id follows it through follow-ups."""

    text = blocks.CharBlock(label=_("Step"), max_length=250)
    due = blocks.DateBlock(label=_("For when"), required=False)
    done = blocks.BooleanBlock(label=_("Done"), required=False)
    given_up = blocks.BooleanBlock(label=_("Given up"), required=False)

    class Meta:
        icon = "tick"
        label = _("Next step")
        template = "defis/blocks/next_step.html"
        description = _("What is to be done next, and whether it has been.")
        preview_value = {"text": "Rencontrer les deux écoles volontaires", "done": False}


class FollowUpQuerySet(PageQuerySet):
    """Follow-ups as the state of a défi needs them."""

    def below(self, defi: Any) -> "FollowUpQuerySet":
        """Return all the follow-ups of a défi, in whichever language it was told."""
        versions = type(defi).objects.filter(translation_key=defi.translation_key)
        below = Q(pk__in=[])
        for path in versions.values_list("path", flat=True):
            below |= Q(path__startswith=path)
        return self.filter(below)

    def below_paths(self, paths: Any) -> "FollowUpQuerySet":
        """Return the follow-ups of the défis at these tree paths, each with ``path_above``."""
        return self.annotate(path_above=PATH_ABOVE).filter(path_above__in=paths)

    def of(self, defi: Any) -> "FollowUpQuerySet":
        """Return the live follow-ups of a défi, in whichever language it was told.

        Not those that are private themselves: the state of a défi would tell of them. When the
        whole défi is private they count, since whoever sees it may see them.
        """
        return self.live().below(defi).filter(view_restrictions=None)

    def readable_by(self, team: Any) -> "FollowUpQuerySet":
        """Keep the live follow-ups that the members of ``team`` may read without a password."""
        mine = (
            Q(view_restrictions=None)
            | Q(view_restrictions__restriction_type=PageViewRestriction.LOGIN)
            | Q(view_restrictions__groups=team.group_id)
        )
        return self.live().filter(mine).distinct()


class FollowUpPage(CommunityPage):
    """What happened to a défi since last time: the state it is in, told by its porteur."""

    date = models.DateField(_("date"), default=timezone.localdate)
    state = models.CharField(_("where it stands now"), max_length=20, choices=State.choices)
    body = body_field(_("what happened"))
    learnt = models.TextField(
        _("what was learnt"),
        blank=True,
        help_text=_("Above all when the défi is stopped: others will gain from it."),
    )
    next_steps = ContentField([("step", NextStepBlock())], verbose_name=_("next steps"), blank=True)

    objects = PageManager.from_queryset(FollowUpQuerySet)()

    main_panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("state")]),
        FieldPanel("body"),
        InlinePanel("obstacles", label=_("obstacle"), heading=_("Obstacles met and lifted")),
        FieldPanel("next_steps"),
        FieldPanel("learnt"),
    ]
    search_fields = [
        *CommunityPage.search_fields,
        index.SearchField("body"),
        index.SearchField("learnt"),
        index.RelatedFields("obstacles", [index.SearchField("text"), index.SearchField("how")]),
        index.SearchField("next_steps"),
        index.FilterField("date"),
    ]
    parent_page_types = ["defis.DefiPage"]
    subpage_types: list[str] = []
    card_template = "defis/cards/follow_up.html"
    #: For whom it is, once :func:`defis.audience.tell_audience` was asked; empty: for everybody.
    audience = ""
    schema_type = "Report"
    page_description = _("What became of the défi. A moderator reads it before it shows.")

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")

    @property
    def defi_path(self) -> str:
        """The tree path of its défi."""
        return str(self.path[: -self.steplen])

    @property
    def phase(self) -> str:
        """The phase that the state belongs to."""
        return State(self.state).phase

    @cached_property
    def obstacle_rows(self) -> list[Any]:
        """The obstacles met, in the porteur's order, with those of the list that they are."""
        return rows_of(self, "obstacles", "factor__locale", "lever__locale")

    def permissions_for_user(self, user: Any) -> Any:
        from ..moderation.permissions import FollowUpPermissions

        return FollowUpPermissions(user, self)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..audience import tell_audience
        from ..factors import show_pages, words_of
        from ..timeline import moment_of

        context = super().get_context(request, *args, **kwargs)
        defi = self.get_parent()
        context["defi"] = visible_or_none(request, defi.specific if defi else None)
        beside = (
            visible(request, FollowUpPage).child_of(defi) if defi else FollowUpPage.objects.none()
        )
        follow_ups = list(beside.select_related("locale"))
        context["moment"] = moment_of(self, follow_ups, timezone.localdate())
        context["obstacles"] = show_pages(words_of(self.obstacle_rows), request)
        tell_audience([self] if self.pk else [], request)
        return context
