"""Who speaks in a session."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from community.models import Organisation, Person
from community.models.rows import PageRow


class SpeakerStatus(models.TextChoices):
    """Whether somebody has agreed to speak."""

    APPROACHED = "approached", pgettext_lazy("speaker", "to be confirmed")
    CONFIRMED = "confirmed", pgettext_lazy("speaker", "confirmed")


class SessionSpeaker(PageRow):
    """Somebody who speaks in a session, with the function held then."""

    page = ParentalKey("events.SessionPage", on_delete=models.CASCADE, related_name="speakers")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+"
    )
    function = models.CharField(
        _("function held then"),
        max_length=200,
        blank=True,
        help_text=_("As it was at that date: functions change, this line does not."),
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation then"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    status = models.CharField(
        _("answer"),
        max_length=10,
        choices=SpeakerStatus.choices,
        default=SpeakerStatus.APPROACHED,
    )

    panels = [
        FieldRowPanel([FieldPanel("person"), FieldPanel("status")]),
        FieldRowPanel([FieldPanel("function"), FieldPanel("organisation")]),
    ]

    class Meta(PageRow.Meta):
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")

    @property
    def confirmed(self) -> bool:
        """Whether this person has agreed to speak."""
        return self.status == SpeakerStatus.CONFIRMED
