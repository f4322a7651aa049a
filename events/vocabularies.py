"""The words that events are sorted by."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WebinarKind(models.TextChoices):
    """What a meeting between two universities is, online or not."""

    WEBINAR = "webinar", _("Webinar")
    TRAINING = "training", _("Training before the university")
    NOVEMBER = "november", _("Public innovation week")
    OTHER = "other", _("Other meeting")
