"""E-mails that the site sends: what waits, what left, what failed."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Message(models.Model):
    """One e-mail to one person. The row is the queue, the log, and what forbids sending twice.

    ``community/mail/claiming.py`` says who may send it, and what a crash leaves behind. Once it is
    old it loses its address and its text, and keeps its key.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("leaving")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")

    key = models.CharField(
        _("key"),
        max_length=200,
        unique=True,
        help_text=_("What the message is about: the same key is never sent twice."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="messages",
    )
    address = models.EmailField(_("e-mail address"))
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text"))
    headers = models.JSONField(default=dict, blank=True)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.WAITING,
        db_index=True,
    )
    due_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    #: When a process took it, and when that process began to give it to the mail server.
    claimed_at = models.DateTimeField(null=True, editable=False)
    handed_at = models.DateTimeField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.CharField(_("last error"), max_length=255, blank=True)
    created_at = models.DateTimeField(_("written on"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True)

    class Meta:
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.subject
