"""What people need to come to a site, or to follow it from afar."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from community.blocks import body_field


class VenueFacts(models.Model):
    """Address, way there, accessibility, practical information, live link (abstract)."""

    address = models.CharField(_("postal address"), max_length=255, blank=True)
    access = models.TextField(
        _("how to come"), blank=True, help_text=_("On foot, by bike, by train, by car.")
    )
    accessibility = models.TextField(
        _("accessibility of the venue"),
        blank=True,
        help_text=_("Steps, lifts, hearing loops, toilets, a quiet room: what is known of it."),
    )
    practical = body_field(_("practical information"))
    live_url = models.URLField(
        _("address of the live broadcast"),
        max_length=500,
        blank=True,
        help_text=_("Shown until the edition is over."),
    )

    venue_panels = [
        MultiFieldPanel(
            [FieldPanel("address"), FieldPanel("access"), FieldPanel("accessibility")],
            heading=_("Coming to the site"),
        ),
        FieldPanel("practical"),
        FieldPanel("live_url"),
    ]
    venue_search = [index.SearchField("access"), index.SearchField("practical")]

    class Meta:
        abstract = True
