"""People. A name is personal data: it shows only with consent or a public source."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from .organisations import Organisation


class PersonQuerySet(models.QuerySet["Person"]):
    def public(self) -> "PersonQuerySet":
        """Only the people whose name may be shown."""
        return self.filter(Q(consent_on__isnull=False) | ~Q(public_source=""))


class Person(index.Indexed, models.Model):
    """Somebody credited on pages. The function held belongs to each credit, not to the person."""

    given_name = models.CharField(_("given name"), max_length=100)
    family_name = models.CharField(_("family name"), max_length=100)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
    )
    consent_on = models.DateField(
        _("agreed to be named on"),
        null=True,
        blank=True,
        help_text=_(
            "The day this person agreed, in writing, to be named on this site. Without it, and "
            "without a public source, the name stays hidden from the public pages."
        ),
    )
    public_source = models.CharField(
        _("already named in"),
        max_length=255,
        blank=True,
        help_text=_("A public document that names this person: title and date."),
    )
    url = models.URLField(_("public page"), max_length=500, blank=True)

    objects = PersonQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("given_name"), FieldPanel("family_name")]),
        FieldPanel("organisation"),
        MultiFieldPanel(
            [FieldPanel("consent_on"), FieldPanel("public_source")],
            heading=_("Why the name may be shown"),
        ),
        FieldPanel("url"),
    ]
    search_titles = ("given_name", "family_name")
    search_fields = [
        index.SearchField("family_name", boost=2),
        index.SearchField("given_name"),
        index.AutocompleteField("family_name"),
        index.AutocompleteField("given_name"),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["family_name", "given_name"]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def is_public(self) -> bool:
        """Whether the name may be shown to everybody."""
        return bool(self.consent_on or self.public_source)
