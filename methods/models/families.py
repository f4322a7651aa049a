"""The eight families of tools of the third university's report, and the four Temps of a défi."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Family(models.TextChoices):
    """The eight tool families (S1), each said as what it helps to do."""

    COLLECTIVE = "collective", _("Work as a group")
    UNDERSTAND = "understand", _("Understand the problem")
    INSPIRE = "inspire", _("Find inspiration")
    LEADS = "leads", _("Bring out leads")
    CREATIVITY = "creativity", pgettext_lazy("verb", "Create")
    PROTOTYPING = "prototyping", pgettext_lazy("verb", "Prototype")
    TESTING = "testing", pgettext_lazy("verb", "Test")
    STORYTELLING = "storytelling", _("Tell the story")
