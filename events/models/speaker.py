"""Who speaks in a session."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from community.models import Person
from community.models.rows import PersonRow


class SpeakerStatus(models.TextChoices):
    """Whether somebody has agreed to speak."""

    APPROACHED = "approached", pgettext_lazy("speaker", "to be confirmed")
    CONFIRMED = "confirmed", pgettext_lazy("speaker", "confirmed")


class SessionSpeaker(PersonRow):
    """Somebody who speaks in a session, with the function held then."""

    page = ParentalKey("events.SessionPage", on_delete=models.CASCADE, related_name="speakers")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+"
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

    class Meta(PersonRow.Meta):
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")

    @property
    def confirmed(self) -> bool:
        """Whether this person has agreed to speak."""
        return self.status == SpeakerStatus.CONFIRMED
