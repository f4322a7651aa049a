"""The short vocabularies of sessions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Format(models.TextChoices):
    """Where the people of a session are; the names of the boxes that a method ticks."""

    ON_SITE = "on_site", _("On site")
    REMOTE = "remote", _("Remote")
    HYBRID = "hybrid", _("Hybrid")


class Kind(models.TextChoices):
    """What an item of a session is for; the codes stand in the address of a session."""

    OPENING = "ouverture", pgettext_lazy("session", "Opening")
    METHOD = "methode", pgettext_lazy("session", "Method")
    BREAK = "pause", pgettext_lazy("session", "Break")
    LUNCH = "repas", pgettext_lazy("session", "Meal")
    CLOSING = "cloture", pgettext_lazy("session", "Closing")
    FREE = "libre", pgettext_lazy("session", "Spare time, exchanges")

    @property
    def rests(self) -> bool:
        """Whether nobody works during it."""
        return self in (Kind.BREAK, Kind.LUNCH)


class Length(models.TextChoices):
    """How long a session is, roughly: what people say that they have."""

    HOUR = "1h", _("An hour or less")
    TWO_HOURS = "2h", _("Up to two hours")
    HALF_DAY = "demi", _("Half a day")
    DAY = "jour", _("A day")

    @classmethod
    def of(cls, minutes: int) -> "Length":
        """Return the length of a session of ``minutes``; half a day ends at four hours."""
        limits = ((60, cls.HOUR), (120, cls.TWO_HOURS), (240, cls.HALF_DAY))
        return next((length for limit, length in limits if minutes <= limit), cls.DAY)


class GroupSize(models.TextChoices):
    """How many people, roughly."""

    FEW = "8", _("Up to 8 people")
    TEAM = "20", _("9 to 20 people")
    ROOM = "50", _("21 to 50 people")
    HALL = "plus", _("More than 50 people")

    @classmethod
    def of(cls, people: int) -> "GroupSize":
        """Return the size of a group of ``people``."""
        limits = ((8, cls.FEW), (20, cls.TEAM), (50, cls.ROOM))
        return next((size for limit, size in limits if people <= limit), cls.HALL)
