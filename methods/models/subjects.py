"""What a document or a reference speaks of: pages of any kind, which show it in return."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import PageChooserPanel

from community.models import PageRow


class SubjectRow(PageRow):
    """A page that another one speaks of (abstract); that page lists it among its backlinks."""

    subject = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("subject")]

    class Meta(PageRow.Meta):
        abstract = True
        verbose_name = _("page it speaks of")
        verbose_name_plural = _("pages it speaks of")
