"""“J'ai testé”: what somebody tells of a method after having run it."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import DraftStateMixin, Page, RevisionMixin

from ..wording import duration, people
from .method import LARGEST, LONGEST, MethodPage

STORY, CHANGE = 1_000, 500


class MethodTrial(DraftStateMixin, RevisionMixin, models.Model):
    """A short log of one use of a method: a draft until a moderator publishes it.

    It never holds a name nor an address. It points to the version of the method on which it was
    written, and counts for the method in every language.
    """

    method = models.ForeignKey(
        MethodPage, verbose_name=_("method"), on_delete=models.CASCADE, related_name="+"
    )
    people = models.PositiveSmallIntegerField(
        _("people"), validators=[MinValueValidator(1), MaxValueValidator(LARGEST)]
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), validators=[MinValueValidator(1), MaxValueValidator(LONGEST)]
    )
    variant = models.CharField(
        _("variant"), max_length=120, blank=True, help_text=_("Empty: as the page describes it.")
    )
    context = models.ForeignKey(
        Page,
        verbose_name=_("worked on"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The défi for which the method was used."),
    )
    story = models.TextField(_("what happened"), max_length=STORY, blank=True)
    change = models.TextField(_("what to change next time"), max_length=CHANGE, blank=True)
    language = models.CharField(
        _("language"), max_length=10, default=settings.LANGUAGE_CODE, editable=False
    )
    created_at = models.DateTimeField(_("sent on"), auto_now_add=True)

    # So that what a person wrote goes for good when a moderator deletes it.
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="method_trial")

    panels = [
        FieldPanel("method"),
        FieldRowPanel([FieldPanel("people"), FieldPanel("minutes")]),
        FieldPanel("variant"),
        PageChooserPanel("context"),
        FieldPanel("story"),
        FieldPanel("change"),
    ]

    class Meta:
        verbose_name = _("method trial")
        verbose_name_plural = _("method trials")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.method.title} ({self.created_at:%d/%m/%Y})"

    @property
    def said(self) -> str:
        """The two numbers in words: « 12 personnes, 45 min »."""
        return f"{people(self.people)}, {duration(self.minutes)}"

    @property
    def revisions(self) -> GenericRelation:
        """The revisions, under the name that Wagtail asks for."""
        return self._revisions
