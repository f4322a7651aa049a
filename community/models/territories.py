"""Places: communes, départements, régions, foreign cities."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index


class Territory(index.Indexed, models.Model):
    """A place that a défi is about, or where a site of an edition stands."""

    class Kind(models.TextChoices):
        COMMUNE = "commune", _("commune")
        EPCI = "epci", _("grouping of communes (EPCI)")
        DEPARTEMENT = "departement", _("département")
        REGION = "region", _("région")
        COUNTRY = "country", _("country")
        FOREIGN_CITY = "foreign_city", _("foreign city")
        OTHER = "other", _("other territory")

    name = models.CharField(_("name"), max_length=150)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    code = models.CharField(
        _("official code"),
        max_length=20,
        blank=True,
        help_text=_("INSEE code of a commune, département or région; SIREN of an EPCI."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("lies in"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text=_("The territory just above: a commune lies in a département, and so on."),
    )
    region = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_note = models.CharField(
        _("about this population"),
        max_length=150,
        blank=True,
        help_text=_("For instance “more than”, the year or the source."),
    )
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("parent"), FieldPanel("code")]),
        FieldRowPanel([FieldPanel("population"), FieldPanel("population_note")]),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")])],
            heading=_("Point on the map"),
        ),
    ]
    search_titles = ("name",)
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("territory")
        verbose_name_plural = _("territories")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "kind", "parent"], name="unique_territory")
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Lists are filtered by région, whatever the depth of the territory.
        wide = (self.Kind.REGION, self.Kind.COUNTRY)
        self.region = next((one for one in self.ancestors() if one.kind in wide), None)
        super().save(*args, **kwargs)
        if self.kind in wide:
            self.region = self
            super().save(update_fields=["region"])
        for child in self.children.all():
            child.save()

    def clean(self) -> None:
        """Refuse a territory that would lie in itself."""
        if self.pk and any(ancestor.pk == self.pk for ancestor in self.ancestors()):
            raise ValidationError({"parent": _("A territory cannot lie in itself.")})

    def ancestors(self) -> list["Territory"]:
        """The territories above this one, nearest first; stops at a loop."""
        found: list[Territory] = []
        above = self.parent
        while above is not None and above not in found:
            found.append(above)
            above = above.parent
        return found
