"""The rows of a document: its files, for whom it is, when it serves."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from community.models import PageRow

from .resource import ResourcePage
from .role import RolePage
from .rows import FileRow, TempsRow


class ResourceFile(FileRow):
    """A file of a document: one per format or language."""

    page = ParentalKey(ResourcePage, on_delete=models.CASCADE, related_name="resource_files")


class ResourceAudience(PageRow):
    """A role that a document is made for."""

    page = ParentalKey(ResourcePage, on_delete=models.CASCADE, related_name="resource_audiences")
    role = models.ForeignKey(
        RolePage, verbose_name=_("role"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("role")]

    class Meta(PageRow.Meta):
        verbose_name = _("role it is made for")
        verbose_name_plural = _("roles it is made for")


class ResourceTemps(TempsRow):
    """A Temps of the défi work in which a document serves."""

    page = ParentalKey(ResourcePage, on_delete=models.CASCADE, related_name="resource_temps")
