"""The obstacles that a follow-up tells of."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from community.models import PageRow

from .factor import FactorPage
from .follow_up import FollowUpPage


class FollowUpObstacle(PageRow):
    """An obstacle met since last time, in the porteur's words; and, once lifted, how.

    ``factor`` and ``lever`` say which obstacle and which lever of the list these words are.
    """

    page = ParentalKey(FollowUpPage, on_delete=models.CASCADE, related_name="obstacles")
    text = models.CharField(_("obstacle"), max_length=300)
    factor = models.ForeignKey(
        FactorPage,
        verbose_name=_("which obstacle of the list"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lifted = models.BooleanField(_("lifted"), default=False)
    how = models.CharField(_("how it was lifted"), max_length=300, blank=True)
    lever = models.ForeignKey(
        FactorPage,
        verbose_name=_("which lever of the list"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldRowPanel([FieldPanel("text"), FieldPanel("lifted")]),
        PageChooserPanel("factor"),
        FieldPanel("how"),
        PageChooserPanel("lever"),
    ]

    class Meta(PageRow.Meta):
        verbose_name = _("obstacle of a follow-up")
        verbose_name_plural = _("obstacles of follow-ups")
