"""Which group edits which site, in all its languages."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection


class CampusCoordination(models.Model):
    """The group made with a site, and the collection where its images and documents go."""

    #: That of the site's page: its versions in other languages have the same.
    translation_key = models.UUIDField(unique=True, editable=False)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="+")
    collection = models.OneToOneField(
        Collection, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("coordination of a site")
        verbose_name_plural = _("coordinations of sites")

    def __str__(self) -> str:
        return self.group.name
