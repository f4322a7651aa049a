"""The two vocabularies of time: three phases of an edition, four Temps of a défi.

They are never mixed (domain.md, contradiction C8): the phases order the year, the Temps order the
three days spent on a défi.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Phase(models.TextChoices):
    """Before, during and after a university."""

    BEFORE = "before", _("Before")
    DURING = "during", _("During")
    AFTER = "after", _("After")


class Temps(models.IntegerChoices):
    """The four Temps of the work on a défi."""

    QUESTION = 1, _("Temps 1 – working question")
    IDEAS = 2, _("Temps 2 – from ideas to prototypes")
    SHAPE = 3, _("Temps 3 – shaping and next steps")
    EXHIBITION = 4, _("Temps 4 – exhibition")
