"""What a member of a team is writing, before it is sent."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .follow_up import FollowUpPage
from .team import Team


class ReportDraft(models.Model):
    """A follow-up that is being written: only its author reads it, nothing of it shows anywhere.

    ``data`` holds what was typed as it was typed, faults included. ``sent_at`` is set once and
    for all: a draft makes one follow-up, however often it is sent.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="drafts")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="report_drafts"
    )
    #: The follow-up that a moderator sent back, which this draft answers.
    returned = models.ForeignKey(
        FollowUpPage, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    data = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True, db_index=True)
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True)
    follow_up = models.ForeignKey(
        FollowUpPage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("draft of a follow-up")
        verbose_name_plural = _("drafts of follow-ups")
        ordering = ["-updated_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.team} – {self.author_id} – {self.updated_at:%Y-%m-%d}"


class DraftFile(models.Model):
    """A photo or a document of a draft.

    Kept below ``documents/``, the one folder of uploads that nobody serves without asking.
    """

    class Kind(models.TextChoices):
        PHOTO = "photo", _("photo")
        DOCUMENT = "document", _("document")

    draft = models.ForeignKey(ReportDraft, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    file = models.FileField(upload_to="documents/drafts")
    #: As the person's device called it; of a document only, a photo's says nothing.
    name = models.CharField(max_length=150)
    #: A digest of what was sent: the same file sent twice is kept once.
    mark = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("file of a draft")
        verbose_name_plural = _("files of drafts")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "mark"], name="each_file_of_a_draft_once")
        ]

    def __str__(self) -> str:
        return self.name


class FollowUpFile(models.Model):
    """A picture or a document that came with a follow-up, and is as private as the follow-up."""

    follow_up = models.ForeignKey(
        FollowUpPage, null=True, on_delete=models.SET_NULL, related_name="sent_files"
    )
    image = models.OneToOneField(
        "community.CommunityImage", null=True, on_delete=models.CASCADE, related_name="+"
    )
    document = models.OneToOneField(
        "community.CommunityDocument", null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("file of a follow-up")
        verbose_name_plural = _("files of follow-ups")

    def __str__(self) -> str:
        return str(self.image or self.document)
