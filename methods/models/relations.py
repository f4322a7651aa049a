"""What belongs to a method: the Temps it serves, the roles it needs, its files."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from community.models import PageRow

from .method import MethodPage
from .rows import FileRow, TempsRow


class MethodTemps(TempsRow):
    """A Temps of the défi work that a method serves."""

    page = ParentalKey(MethodPage, on_delete=models.CASCADE, related_name="method_temps")


class MethodRole(PageRow):
    """A role that somebody must hold for the method to run."""

    page = ParentalKey(MethodPage, on_delete=models.CASCADE, related_name="method_roles")
    role = models.ForeignKey(
        "methods.RolePage", verbose_name=_("role"), on_delete=models.CASCADE, related_name="+"
    )
    number = models.PositiveSmallIntegerField(_("how many"), default=1)

    panels = [FieldRowPanel([FieldPanel("role"), FieldPanel("number")])]

    class Meta(PageRow.Meta):
        verbose_name = _("role needed")
        verbose_name_plural = _("roles needed")


class MethodFile(FileRow):
    """A file joined to a method: a card, a canvas, an example."""

    page = ParentalKey(MethodPage, on_delete=models.CASCADE, related_name="method_files")
