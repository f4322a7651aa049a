"""The main menu and the footer, edited in the administration, one of each per language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel

from community.blocks import ContentField
from community.models import UniqueInLanguage

from ..blocks import MenuBlock


class Menu(UniqueInLanguage, models.Model):
    """A menu of the site in one language."""

    class Kind(models.TextChoices):
        MAIN = "main", _("main menu")
        FOOTER = "footer", _("footer")

    kind = models.CharField(pgettext_lazy("menu", "place"), max_length=10, choices=Kind.choices)
    items = ContentField(MenuBlock(), verbose_name=_("links"), blank=True)

    unique_field = "kind"
    panels = [FieldPanel("kind"), FieldPanel("items")]

    class Meta(UniqueInLanguage.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        ordering = ["-kind"]
        constraints = [models.UniqueConstraint(fields=["kind", "locale"], name="unique_menu")]

    def __str__(self) -> str:
        return self.get_kind_display()
