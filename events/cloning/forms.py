"""The form by which the next edition is asked for; a table of sites may be pasted into it."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from community.pages.sorting import sort_key
from events.models import CampusPage, EditionPage

from .plan import ClonePlan
from .proposal import planned_sites, proposal
from .table import MOST, Row, read_table

LONGEST = 50_000
TABLE_HELP = gettext_lazy(
    "One line a site, as copied from a spreadsheet: region or territory, city, time zone, "
    "coordinator’s e-mail address. Everything but the city may stay empty. A site of the list "
    "above that is named here is that one: it is not made twice."
)


def _box(label: Any, help_text: Any = "") -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False, initial=True, help_text=help_text)


class CloneForm(forms.Form):
    """What the new edition is called, when it begins, what it takes, on which sites it is held.

    ``plan`` is what a valid form asks for; ``rows`` the lines of the table, with their errors.
    """

    title = forms.CharField(label=gettext_lazy("Title"), max_length=255)
    year = forms.IntegerField(
        label=gettext_lazy("Year"), validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    slug = forms.SlugField(label=gettext_lazy("Last part of its address"), max_length=60)
    first_day = forms.DateField(
        label=gettext_lazy("First day"),
        widget=AdminDateInput,
        validators=[MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2100, 12, 31))],
        help_text=gettext_lazy(
            "Everything moves by as many days; the time of day stays, in each site’s own zone."
        ),
    )
    rooms = _box(gettext_lazy("The rooms of the sites kept"))
    sessions = _box(
        gettext_lazy("The sessions"),
        gettext_lazy("Titles, types, hours and relays; neither speakers, minutes nor links."),
    )
    pages = _box(gettext_lazy("The other pages below the edition"))
    partners = _box(gettext_lazy("The organisers and partners"))
    table = forms.CharField(
        label=gettext_lazy("Table of sites"),
        required=False,
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text=TABLE_HELP,
    )
    model = forms.ChoiceField(
        label=gettext_lazy("New sites take the sessions of"),
        required=False,
        help_text=gettext_lazy("At the same hours of the day, in the zone of each site."),
    )
    relay_everywhere = forms.BooleanField(
        label=gettext_lazy("Every site receives the shared sessions"), required=False, initial=True
    )
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any, old: EditionPage, sites: list[CampusPage]) -> None:
        self.old, self.sites, self.rows = old, sites, list[Row]()
        super().__init__(data, initial=proposal(old))
        self.fields["model"].choices = [
            ("", _("none: they begin without any")),
            *((str(site.pk), site.title) for site in sites),
        ]
        for site in sites:
            self.fields[f"keep-{site.pk}"] = _box(_("Keep %(site)s") % {"site": site.title})
            self.fields[f"name-{site.pk}"] = forms.CharField(
                label=_("Name of %(site)s") % {"site": site.title},
                max_length=200,
                required=False,
                initial=site.title,
            )

    @property
    def old_sites(self) -> list[tuple[CampusPage, Any, Any]]:
        """The sites of the old edition, each with its two fields."""
        return [(one, self[f"keep-{one.pk}"], self[f"name-{one.pk}"]) for one in self.sites]

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"])
        if self.old.get_siblings().filter(slug=slug).exists():
            raise forms.ValidationError(_("Another edition has this address already."))
        return slug

    def clean_table(self) -> str:
        table = str(self.cleaned_data["table"])
        self.rows = read_table(table)
        errors = [
            _("Line %(line)s: %(error)s") % {"line": row.line, "error": error}
            for row in self.rows
            for error in row.errors
        ]
        if len(self.rows) > MOST:
            errors.append(_("%(most)s sites at most at a time.") % {"most": MOST})
        if errors:
            raise forms.ValidationError(errors)
        return table

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        names = [sort_key(site.title) for site in planned_sites(self.sites, self.rows, cleaned)]
        if not self.errors and len(names) != len(set(names)):
            raise forms.ValidationError(_("Two sites have the same name."))
        return cleaned

    @cached_property
    def plan(self) -> ClonePlan:
        """What a valid form asks for."""
        said = self.cleaned_data
        taken = ("rooms", "sessions", "pages", "partners", "relay_everywhere", "token")
        return ClonePlan(
            old=self.old,
            sites=tuple(planned_sites(self.sites, self.rows, said)),
            **{name: said[name] for name in ("year", "title", "slug", "first_day", *taken)},
        )
