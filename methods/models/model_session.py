"""A model session: one that worked, for others to start from; and the list of them."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.search import index

from community.blocks import body_field
from community.listing import Column, Facet, Listing, Sort
from community.models import PageRow
from community.pages import CommunityPage, IndexPage
from community.printing import Sheet

from ..composer.plan import FEWEST, LONGEST_ITEM, MOST
from ..composer.vocabularies import Format, GroupSize, Kind, Length
from .families import Family


class ModelSessionPage(CommunityPage):
    """A session that an editor recommends. Its length is that of its items together."""

    aim = models.CharField(_("to do what"), max_length=20, choices=Family.choices)
    people = models.PositiveSmallIntegerField(
        _("how many people"),
        default=12,
        validators=[MinValueValidator(FEWEST), MaxValueValidator(MOST)],
        help_text=_("For how many it was made; groups and material are counted from it."),
    )
    format = models.CharField(
        _("where"), max_length=10, choices=Format.choices, default=Format.ON_SITE
    )
    body = body_field(help_text=_("When it serves, what it gave, what to watch for."))
    minutes = models.PositiveIntegerField(_("duration"), default=0, editable=False)
    length = models.CharField(max_length=10, choices=Length.choices, editable=False, default="")
    group = models.CharField(max_length=10, choices=GroupSize.choices, editable=False, default="")

    main_panels = [
        FieldPanel("aim"),
        FieldRowPanel([FieldPanel("people"), FieldPanel("format")]),
        FieldPanel("body"),
        InlinePanel("session_rows", label=_("item"), heading=_("Items of the session")),
    ]
    search_fields = [*CommunityPage.search_fields, index.SearchField("body")]
    parent_page_types = ["methods.ModelSessionIndexPage"]
    subpage_types: list[str] = []
    card_template = "methods/cards/model_session.html"
    schema_type = "LearningResource"
    page_description = _("A session that worked, item after item, for others to start from.")

    class Meta:
        verbose_name = _("model session")
        verbose_name_plural = _("model sessions")

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.minutes = sum(row.minutes for row in self.session_rows.all())
        self.length = Length.of(self.minutes)
        self.group = GroupSize.of(self.people)
        return super().save(*args, **kwargs)

    def sheet(self, request: HttpRequest) -> Sheet:
        from ..composer.printing import model_session_sheet

        return model_session_sheet(self, request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..composer.model_sessions import shown

        return super().get_context(request, *args, **kwargs) | shown(self, request)


class ModelSessionRow(PageRow):
    """An item of a model session. A method that is deleted leaves its minutes."""

    page = ParentalKey(ModelSessionPage, on_delete=models.CASCADE, related_name="session_rows")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.METHOD)
    method = models.ForeignKey(
        "methods.MethodPage",
        verbose_name=_("method"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), validators=[MinValueValidator(1), MaxValueValidator(LONGEST_ITEM)]
    )
    title = models.CharField(_("title"), max_length=120, blank=True)
    note = models.TextField(_("note"), max_length=800, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("minutes")]),
        FieldPanel("method"),
        FieldPanel("title"),
        FieldPanel("note"),
    ]

    class Meta(PageRow.Meta):
        verbose_name = _("item of a session")
        verbose_name_plural = _("items of a session")


class ModelSessionIndexPage(IndexPage):
    """The model sessions."""

    subpage_types: ClassVar[list[str]] = ["methods.ModelSessionPage"]
    page_description = _("The model sessions: lists those below it.")

    listing = Listing(
        model=ModelSessionPage,
        facets=(
            Facet("famille", _("I want to…"), "aim", choices=Family.choices),
            Facet("duree", _("I have…"), "length", choices=Length.choices),
            Facet("groupe", _("We are…"), "group", choices=GroupSize.choices),
            Facet("lieu", _("Where"), "format", choices=Format.choices),
        ),
        sorts=(
            Sort("nom", _("Name"), ("sort_title",)),
            Sort("duree", _("Shortest first"), ("minutes", "sort_title")),
        ),
        columns=(
            Column(_("In short"), lambda page: page.summary),
            Column(_("Minutes"), lambda page: page.minutes),
            Column(_("People"), lambda page: page.people),
        ),
        related=lambda pages, request: pages.select_related("cover"),
    )

    class Meta:
        verbose_name = _("list of model sessions")
        verbose_name_plural = _("lists of model sessions")
