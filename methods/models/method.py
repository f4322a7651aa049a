"""A method of the toolbox."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from community.blocks import body_field, list_field
from community.models import Phase
from community.pages import SUMMARY_LENGTH, CommunityPage, is_visible, rows_of
from community.printing import Sheet

from .. import wording
from ..blocks import materials_field, steps_field, variants_field
from ..cards import method_sheet
from ..vocabularies import Difficulty, Part
from .families import Family
from .panels import MAIN_PANELS
from .schema import how_to

LONGEST = 3 * 24 * 60  # the three days of a university, in minutes
LARGEST = 5000


def _number(label: object, limit: int, **kwargs: object) -> models.PositiveSmallIntegerField:
    """Return an optional whole number between 1 and ``limit``."""
    validators = [MinValueValidator(1), MaxValueValidator(limit)]
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, validators=validators, **kwargs
    )


class MethodPage(RoutablePageMixin, CommunityPage):
    """A method. Its name, its aim in one sentence (the summary) and its family are mandatory."""

    summary = models.TextField(
        _("aim"),
        max_length=SUMMARY_LENGTH,
        help_text=_("What the method is for, in one sentence: 300 characters at most."),
    )
    family = models.CharField(
        _("family"),
        max_length=20,
        choices=Family.choices,
        help_text=_("What the method helps to do first of all."),
    )
    part = models.CharField(
        _("part of a session"), max_length=10, choices=Part.choices, default=Part.CORE
    )
    before = models.BooleanField(_("before"), default=False)
    during = models.BooleanField(_("during"), default=False)
    after = models.BooleanField(_("after"), default=False)

    minutes_min = _number(_("shortest duration"), LONGEST, help_text=_("In minutes."))
    minutes_max = _number(
        _("longest duration"), LONGEST, help_text=_("In minutes. Empty: no upper limit.")
    )
    people_min = _number(_("smallest group"), LARGEST, help_text=_("Number of people."))
    people_max = _number(
        _("largest group"), LARGEST, help_text=_("Number of people. Empty: no upper limit.")
    )
    difficulty = models.PositiveSmallIntegerField(
        _("to lead it"), choices=Difficulty.choices, null=True, blank=True
    )
    on_site = models.BooleanField(_("on site"), default=False)
    remote = models.BooleanField(_("remote"), default=False)
    hybrid = models.BooleanField(_("hybrid"), default=False)

    body = body_field(
        help_text=_("What it is and where it comes from. The steps have their own place below.")
    )
    use_when = list_field(_("when to use it"))
    avoid_when = list_field(_("when not to use it"))
    materials = materials_field(_("material"))
    space = models.CharField(
        _("space"), max_length=255, blank=True, help_text=_("The room that it needs.")
    )
    steps = steps_field(_("steps"))
    variants = variants_field(_("variants"))
    tips = list_field(_("tips"))
    traps = list_field(_("traps"))
    questions = list_field(
        _("reflection questions"), help_text=_("To ask the group, or oneself, afterwards.")
    )

    main_panels = MAIN_PANELS
    search_fields = [
        *CommunityPage.search_fields,
        *(
            index.SearchField(name)
            for name in ("body", "use_when", "steps", "variants", "materials", "tips")
        ),
        index.FilterField("family"),
    ]
    parent_page_types = ["methods.MethodIndexPage"]
    subpage_types: list[str] = []
    card_template = "methods/cards/method.html"
    sheet_rows = (*CommunityPage.sheet_rows, "method_temps", "method_roles__role")
    schema_type = ["HowTo", "LearningResource"]
    page_description = _("A method of the toolbox: name, aim and family are enough to publish.")

    class Meta:
        verbose_name = _("method")
        verbose_name_plural = _("methods")

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        for name, message in (
            ("minutes", _("The longest duration is shorter than the shortest one.")),
            ("people", _("The largest group is smaller than the smallest one.")),
        ):
            low, high = getattr(self, f"{name}_min"), getattr(self, f"{name}_max")
            if low and high and high < low:
                errors[f"{name}_max"] = message
        if errors:
            raise ValidationError(errors)

    def sheet(self, request: HttpRequest) -> Sheet:
        return method_sheet(self, request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        # Not at the top: both ask for methods.
        from ..neighbours import neighbours
        from ..trials.observed import observed

        context = super().get_context(request, *args, **kwargs)
        context["roles"] = [
            row
            for row in rows_of(self, "method_roles", "role__locale")
            if is_visible(request, row.role)
        ]
        context["files"] = rows_of(self, "method_files", "document")
        context["observed"] = observed(self, request)
        context["neighbours"] = neighbours(self, request)
        return context

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().structured_data(request), **how_to(self)}

    @path("jai-teste/")
    def ask_for_a_trial(self, request: HttpRequest) -> HttpResponse:
        """The form of “J'ai testé”."""
        from ..trials.views import ask

        return ask(self, request)

    @path("jai-teste/merci/")
    def thank_for_a_trial(self, request: HttpRequest) -> HttpResponse:
        """The thanks for it."""
        from ..trials.views import thank

        return thank(self, request)

    @cached_property
    def temps_rows(self) -> list[Any]:
        """The Temps that it serves, in the editor's order."""
        return list(self.method_temps.all())

    @property
    def phases(self) -> list[tuple[str, Any]]:
        """The phases of the year in which it serves: code and name."""
        return [(phase.value, phase.label) for phase in Phase if getattr(self, phase.value)]

    @property
    def missing(self) -> list[Any]:
        """The labels of what the page does not tell yet, of what a facilitator needs."""
        told = {
            _("duration"): self.duration,
            _("number of people"): self.people,
            _("when to use it"): self.use_when,
            _("when not to use it"): self.avoid_when,
            _("steps"): self.steps,
            _("material"): self.materials,
        }
        return [label for label, value in told.items() if not value]

    @property
    def duration(self) -> str:
        """How long it takes, in words; empty when nothing was said."""
        return wording.span(self.minutes_min, self.minutes_max, wording.duration)

    @property
    def people(self) -> str:
        """For how many people, in words; empty when nothing was said."""
        return wording.span(self.people_min, self.people_max, wording.people)

    @property
    def places(self) -> list[Any]:
        """Where it can be run: on site, remote, hybrid."""
        names = ("on_site", "remote", "hybrid")
        return [self._meta.get_field(name).verbose_name for name in names if getattr(self, name)]

    @property
    def facts(self) -> list[Any]:
        """Time, people, practice and place in a few words each, those that are known."""
        known = [self.duration, self.people, self.get_difficulty_display(), *self.places]
        return [fact for fact in known if fact]

    @cached_property
    def steps_minutes(self) -> int:
        """The minutes of the steps together; a step without minutes counts for none."""
        return sum(step.value.get("minutes") or 0 for step in self.steps)

    @property
    def steps_duration(self) -> str:
        """The minutes of the steps together, in words; empty when no step says any."""
        return wording.duration(self.steps_minutes)

    @property
    def steps_differ(self) -> bool:
        """Whether the steps add up to less or more than the page declares."""
        total = self.steps_minutes
        low, high = self.minutes_min or 0, self.minutes_max or LONGEST
        return bool(total and self.duration) and not low <= total <= high
