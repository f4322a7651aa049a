"""Reminders sent to teams, and what editors decide about them."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from .team import Team

#: Ten years: whoever wants more means the yearly reminder.
MOST_DAYS = 3650


class Reminder(models.Model):
    """One occurrence of the schedule, as it was settled for one team: never settled twice."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="reminders")
    #: "30" is thirty days after the event, "year-2" its second anniversary.
    occurrence = models.CharField(_("occurrence"), max_length=10)
    due_on = models.DateField(_("due on"))
    #: Empty when the team had just told how it stands: it was left in peace.
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered on"), null=True, blank=True)
    #: When the coordinators were told of the silences of which this one is the last.
    alerted_at = models.DateTimeField(_("coordinators told on"), null=True, blank=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["team", "occurrence"], name="one_reminder_each_time")
        ]

    def __str__(self) -> str:
        return f"{self.team} – {self.due_on}"


def read_days(text: str) -> list[int]:
    """Return the days written in ``text``, in order: "30, 90" gives ``[30, 90]``.

    Raises ``ValidationError`` on what is not whole numbers from 1 to ``MOST_DAYS``.
    """
    days = set()
    for word in text.replace(";", ",").split(","):
        word = word.strip()
        if not (word.isascii() and word.isdigit() and len(word) < 5 and int(word)):
            raise ValidationError(_("Write numbers of days separated by commas: 30, 90, 180."))
        if int(word) > MOST_DAYS:
            raise ValidationError(_("Ten years (3650 days) at most."))
        days.add(int(word))
    return sorted(days)


@register_setting(icon="mail", order=500)
class ReminderSettings(BaseGenericSetting):
    """When the teams of défis are asked how it goes, and in whose name."""

    enabled = models.BooleanField(
        _("send reminders"),
        default=False,
        help_text=_("Until this is ticked nobody gets any. The report “Reminders” says who would."),
    )
    days = models.CharField(
        _("days after the event"),
        max_length=100,
        default="30, 90, 180, 365",
        validators=[read_days],
        help_text=_("Counted from the last day of the défi's site, else of its edition."),
    )
    yearly = models.BooleanField(
        _("then every year"), default=True, help_text=_("On the anniversary of the event.")
    )
    signature = models.TextField(
        _("signature"),
        max_length=300,
        blank=True,
        help_text=_("Who writes: a name, a team. At the end of each e-mail."),
    )
    contact = models.EmailField(
        _("address to write to"),
        blank=True,
        help_text=_("A shared mailbox, for whoever has a question. It shows in the e-mails only."),
    )
    silences = models.PositiveSmallIntegerField(
        _("silences before the coordinators are told"),
        default=3,
        validators=[MaxValueValidator(20)],
        help_text=_("How many reminders in a row may stay without an answer. 0: never told."),
    )

    panels = [
        FieldPanel("enabled"),
        MultiFieldPanel([FieldPanel("days"), FieldPanel("yearly")], heading=_("When")),
        MultiFieldPanel([FieldPanel("signature"), FieldPanel("contact")], heading=_("Who writes")),
        FieldPanel("silences"),
    ]

    class Meta:
        verbose_name = _("reminders to the teams")

    @property
    def day_list(self) -> list[int]:
        """The days after the event, in order."""
        return read_days(self.days)
