"""Themes, in several schemes side by side: no scheme is the only right one."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from .language import UniqueInLanguage


class ThemeScheme(UniqueInLanguage, models.Model):
    """A way of sorting défis: the site's themes, the press's groups, a programme's topics."""

    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(_("short name in addresses"), max_length=60)
    source = models.CharField(_("where it comes from"), max_length=255, blank=True)

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("source")]

    class Meta(UniqueInLanguage.Meta):
        verbose_name = _("theme scheme")
        verbose_name_plural = _("theme schemes")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["slug", "locale"], name="unique_theme_scheme")
        ]

    def __str__(self) -> str:
        return self.name


class Theme(index.Indexed, UniqueInLanguage, models.Model):
    """One theme of one scheme."""

    scheme = models.ForeignKey(
        ThemeScheme, verbose_name=_("scheme"), on_delete=models.PROTECT, related_name="themes"
    )
    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(_("short name in addresses"), max_length=60)
    sort_order = models.PositiveIntegerField(default=0, editable=False)

    panels = [FieldPanel("scheme"), FieldPanel("name"), FieldPanel("slug")]
    search_titles = ("name",)
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
        index.FilterField("scheme_id"),
    ]

    class Meta(UniqueInLanguage.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["scheme__name", "sort_order", "name"]
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="unique_theme")]

    def __str__(self) -> str:
        return self.name
