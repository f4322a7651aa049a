"""What the public asks during a session, from whichever site it follows it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LONGEST_QUESTION, LONGEST_ANSWER = 500, 1_000


class QuestionState(models.TextChoices):
    """Where a question stands. The public sees the accepted and the answered ones alone."""

    WAITING = "waiting", pgettext_lazy("question", "Waiting to be read")
    ACCEPTED = "accepted", pgettext_lazy("question", "Accepted")
    ANSWERED = "answered", pgettext_lazy("question", "Answered")
    MERGED = "merged", pgettext_lazy("question", "Merged into another")
    REFUSED = "refused", pgettext_lazy("question", "Refused")


PUBLIC_STATES = (QuestionState.ACCEPTED, QuestionState.ANSWERED)


class Question(models.Model):
    """A question of somebody who is not known: neither name, nor address, nor device.

    ``session`` is the page in the source language; whoever looks for a page's questions asks by
    ``translation_key``. ``key`` is given by the device, so that sending again makes no second one.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(
        "events.SessionPage", on_delete=models.CASCADE, related_name="questions"
    )
    campus = models.ForeignKey(
        "events.CampusPage",
        verbose_name=_("asked from"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    language = models.CharField(max_length=10, default=settings.LANGUAGE_CODE)
    text = models.TextField(_("question"), max_length=LONGEST_QUESTION)
    state = models.CharField(
        _("state"), max_length=8, choices=QuestionState.choices, default=QuestionState.WAITING
    )
    supports = models.PositiveIntegerField(_("supports"), default=0)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="merged"
    )
    answer = models.TextField(_("answer"), max_length=LONGEST_ANSWER, blank=True)
    asked_at = models.DateTimeField(_("asked on"), auto_now_add=True)
    decided_at = models.DateTimeField(_("decided on"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["-supports", "asked_at", "pk"]
        indexes = [models.Index(fields=["session", "state"])]
        constraints = [
            models.CheckConstraint(
                name="question_merged_into_one",
                condition=Q(state=QuestionState.MERGED, merged_into__isnull=False)
                | (~Q(state=QuestionState.MERGED) & Q(merged_into=None)),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.state in PUBLIC_STATES


class QuestionSupport(models.Model):
    """One device supports a question. ``device`` is a keyed hash, another one for each session."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="support_rows")
    device = models.CharField(max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("support of a question")
        verbose_name_plural = _("supports of questions")
        constraints = [
            models.UniqueConstraint(fields=["question", "device"], name="one_support_of_a_device"),
        ]

    def __str__(self) -> str:
        return f"{self.question_id}"


class ClosedWall(models.Model):
    """That the moderators closed the questions of a session before their time."""

    session = models.OneToOneField(
        "events.SessionPage", on_delete=models.CASCADE, related_name="closed_wall"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("closed wall of questions")
        verbose_name_plural = _("closed walls of questions")

    def __str__(self) -> str:
        return f"{self.session_id}"
