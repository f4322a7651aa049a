"""A method of the toolbox."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from community.blocks import body_field, list_field
from community.pages import SUMMARY_LENGTH, CommunityPage
from community.printing import Sheet

from ..blocks import materials_field, steps_field, variants_field
from ..cards import method_sheet
from ..vocabularies import Difficulty, Part
from .families import Family

LONGEST = 3 * 24 * 60  # the three days of a university, in minutes
LARGEST = 5000


def _number(label: object, limit: int, **kwargs: object) -> models.PositiveSmallIntegerField:
    """Return an optional whole number between 1 and ``limit``."""
    validators = [MinValueValidator(1), MaxValueValidator(limit)]
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, validators=validators, **kwargs
    )


class MethodPage(CommunityPage):
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

    main_panels = [
        FieldPanel("family"),
        MultiFieldPanel(
            [
                FieldPanel("part"),
                FieldRowPanel([FieldPanel("before"), FieldPanel("during"), FieldPanel("after")]),
                InlinePanel("method_temps", label=_("Temps"), heading=_("Temps"), max_num=4),
            ],
            heading=_("When it serves"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("minutes_min"), FieldPanel("minutes_max")]),
                FieldRowPanel([FieldPanel("people_min"), FieldPanel("people_max")]),
                FieldRowPanel([FieldPanel("on_site"), FieldPanel("remote"), FieldPanel("hybrid")]),
                FieldPanel("difficulty"),
            ],
            heading=_("Time, people, place"),
        ),
        FieldPanel("body"),
        FieldPanel("use_when"),
        FieldPanel("avoid_when"),
        MultiFieldPanel(
            [
                InlinePanel("method_roles", label=_("role"), heading=_("Roles needed")),
                FieldPanel("materials"),
                FieldPanel("space"),
            ],
            heading=_("To prepare"),
        ),
        FieldPanel("steps"),
        FieldPanel("variants"),
        FieldPanel("tips"),
        FieldPanel("traps"),
        FieldPanel("questions"),
        InlinePanel("method_files", label=_("file"), heading=_("Files")),
    ]
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

    @cached_property
    def steps_minutes(self) -> int:
        """The minutes of the steps together; a step without minutes counts for none."""
        return sum(step.value.get("minutes") or 0 for step in self.steps)
