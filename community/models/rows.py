"""Rows attached to any page: credits, themes, tags, related pages (figures: ``figures.py``).

They hang on ``wagtailcore.Page`` so that one query finds a tag, a person or a theme over every
page type; and they are translatable, so that a translated page points to translated twins.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, Tag
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin

from .organisations import Organisation
from .people import Person
from .themes import Theme


class PageRow(TranslatableMixin, Orderable):
    """A row of a page that follows it through revisions, copies and translations (abstract)."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True


class PageTag(ItemBase):
    """A free tag on a page. Filter with ``tagged_items__tag__slug``."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="tagged_pages")
    content_object = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="tagged_items"
    )


class PageTheme(PageRow):
    """A theme that a page belongs to."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_themes")
    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("theme")]

    class Meta(PageRow.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class PageRelation(PageRow):
    """A page that another one has to do with, whatever the types. Both show it."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_relations")
    related = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("related")]

    class Meta(PageRow.Meta):
        verbose_name = _("related page")
        verbose_name_plural = _("related pages")


class PersonRow(PageRow):
    """A row about somebody, with the function and the organisation of that time (abstract)."""

    function = models.CharField(
        _("function held then"),
        max_length=200,
        blank=True,
        help_text=_("As it was at that date: functions change, this line does not."),
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation then"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta(PageRow.Meta):
        abstract = True


class Credit(PersonRow):
    """Somebody's part in what a page tells, with the function held at that time."""

    class Role(models.TextChoices):
        AUTHOR = "author", pgettext_lazy("role", "author")
        PORTEUR = "porteur", _("brings the défi (porteur)")
        FACILITATOR = "facilitator", _("facilitator")
        MEMBER = "member", _("member of the défi group")
        COORDINATOR = "coordinator", _("coordinator")
        ORGANISER = "organiser", _("organiser")
        SPEAKER = "speaker", _("speaker")
        EXPERT = "expert", _("expert")
        DESIGNER = "designer", _("designer")
        RESEARCHER = "researcher", _("researcher")
        WITNESS = "witness", _("witness")

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="credits")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="credits"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)

    panels = [
        FieldRowPanel([FieldPanel("person"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("function"), FieldPanel("organisation")]),
    ]

    class Meta(PersonRow.Meta):
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
