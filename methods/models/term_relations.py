"""How a term of the glossary stands to others."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from community.models import PageRow

from .term import GlossaryTermPage


class TermRelation(PageRow):
    """Another term that the reader of this one may want."""

    class Kind(models.TextChoices):
        SEE_ALSO = "see_also", _("See also")
        OPPOSITE = "opposite", _("Opposite")

    page = ParentalKey(GlossaryTermPage, on_delete=models.CASCADE, related_name="term_relations")
    term = models.ForeignKey(
        GlossaryTermPage, verbose_name=_("term"), on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(
        _("relation"), max_length=10, choices=Kind.choices, default=Kind.SEE_ALSO
    )

    panels = [FieldRowPanel([FieldPanel("term"), FieldPanel("kind")])]

    class Meta(PageRow.Meta):
        verbose_name = _("other term")
        verbose_name_plural = _("other terms")
