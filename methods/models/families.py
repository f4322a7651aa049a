"""The eight families of tools of the third university's report, and the four Temps of a défi."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Family(models.TextChoices):
    """The eight tool families (S1), each said as what it helps to do."""

    COLLECTIVE = "collective", _("Work as a group")
    UNDERSTAND = "understand", _("Understand the problem")
    INSPIRE = "inspire", _("Find inspiration")
    LEADS = "leads", _("Bring out leads")
    CREATIVITY = "creativity", _("Create")
    PROTOTYPING = "prototyping", _("Prototype")
    TESTING = "testing", _("Test")
    STORYTELLING = "storytelling", _("Tell the story")
