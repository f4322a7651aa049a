"""A défi: one page for life, from the question to what became of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import TitleFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from community.blocks import body_field, list_field
from community.pages import CommunityPage, rows_of
from community.printing import Sheet
from events.models import CampusPage, EditionPage

from ..cards import defi_sheet
from ..forms import DefiForm
from .completeness import completeness, missing_parts
from .panels import MAIN_PANELS
from .state import State
from .users_field import users_field


class DefiPage(CommunityPage):
    """A défi. Number, question and porteur are enough to publish; the rest says it is missing."""

    number = models.PositiveSmallIntegerField(
        _("number"),
        # Null only in a draft: publishing asks for it.
        null=True,
        help_text=_("Its number on its site; gaps are allowed."),
    )
    short_name = models.CharField(
        _("short name"), max_length=100, blank=True, help_text=_("Its nickname or case study.")
    )
    edition = models.ForeignKey(
        EditionPage,
        verbose_name=_("edition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Filled in by itself when a site is chosen."),
    )
    campus = models.ForeignKey(
        CampusPage,
        verbose_name=_("site where it was worked on"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The site of the university, not the territory that the défi is about."),
    )
    initial_state = models.CharField(
        _("state"),
        max_length=20,
        choices=State.choices,
        default=State.PROPOSED,
        help_text=_("Until a follow-up is published; from then on the latest follow-up says it."),
    )
    # What lists filter by: the latest published follow-up's state, else initial_state.
    state = models.CharField(
        max_length=20,
        choices=State.choices,
        default=State.PROPOSED,
        editable=False,
        db_index=True,
    )

    stakes = body_field(_("stakes"))
    stakeholders = list_field(_("stakeholders"))
    users = users_field()
    more_information_url = models.URLField(_("more information"), max_length=500, blank=True)
    expectations = list_field(_("what the porteur expects"))
    irritants = list_field(_("irritants"))
    open_questions = list_field(_("open questions"))

    working_question = models.TextField(
        _("working question"),
        max_length=500,
        blank=True,
        help_text=_("The question as the group reworded it during Temps 1."),
    )
    temps_1 = RichTextField(_("Temps 1 – working question"), blank=True)
    temps_2 = RichTextField(_("Temps 2 – from ideas to prototypes"), blank=True)
    temps_3 = RichTextField(_("Temps 3 – shaping and next steps"), blank=True)
    temps_4 = RichTextField(_("Temps 4 – exhibition"), blank=True)

    next_steps = list_field(_("next steps"))
    testimonies = body_field(_("testimonies, photos, documents"))
    may_be_reused = models.BooleanField(
        _("the porteur agrees that others take this défi elsewhere"), default=False
    )
    to_check = list_field(
        _("to be checked"),
        help_text=_("What is doubtful in the source; shown on the page until it is cleared up."),
    )

    base_form_class = DefiForm
    shown_by = (EditionPage._meta.label_lower, CampusPage._meta.label_lower)
    detail_related = (*CommunityPage.detail_related, "edition__locale", "campus__locale")
    main_panels = MAIN_PANELS
    search_titles = ("title", "short_name")
    search_fields = [
        *CommunityPage.search_fields,
        index.SearchField("short_name", boost=2),
        index.SearchField("stakes"),
        index.SearchField("stakeholders"),
        index.SearchField("users"),
        index.SearchField("expectations"),
        index.SearchField("irritants"),
        index.SearchField("open_questions"),
        index.SearchField("working_question"),
        index.SearchField("temps_1"),
        index.SearchField("temps_2"),
        index.SearchField("temps_3"),
        index.SearchField("temps_4"),
        index.RelatedFields("obstacles", [index.SearchField("text")]),
        index.RelatedFields("levers", [index.SearchField("text")]),
        index.FilterField("state"),
        index.FilterField("number"),
    ]
    parent_page_types = ["defis.DefiIndexPage"]
    subpage_types = ["defis.FollowUpPage"]
    belongs_to = "edition"
    card_template = "defis/cards/defi.html"
    sheet_rows = (
        *CommunityPage.sheet_rows,
        "obstacles",
        "levers",
        "porteurs__organisation",
        "territories__territory",
        "defi_methods__method__locale",
    )
    schema_type = "Project"
    schema_is_work = False  # A project is an organisation for schema.org.
    people_work_on_it = True
    followed_as = "defi"
    follow_label = _("Follow this défi")
    shown_by_itself = ("defis.prototypepage",)
    page_description = _("A défi: number, question and porteur are enough to publish.")

    class Meta:
        verbose_name = _("défi")
        verbose_name_plural = _("défis")

    @classmethod
    def title_panels(cls) -> list[Any]:
        return [
            TitleFieldPanel(
                "title",
                heading=_("Question"),
                help_text=_("The question of the défi: “How…?”, 255 characters at most."),
                placeholder=_("How…?"),
            )
        ]

    def clean(self) -> None:
        """Keep the site, the edition and the number coherent."""
        super().clean()
        self.state = self.current_state()  # A preview shows the state without saving.
        if self.campus:
            edition = self.campus.edition
            own = self.edition.translation_key if self.edition else None
            if own and (edition is None or own != edition.translation_key):
                raise ValidationError(
                    {"campus": _("This site belongs to another edition than the one chosen.")}
                )
            self.edition = self.edition or edition  # Each may be in the language it has.
            twins = DefiPage.objects.filter(campus=self.campus, number=self.number)
            if twins.exclude(translation_key=self.translation_key).exists():
                raise ValidationError(
                    {"number": _("Another défi of this site already has this number.")}
                )

    def save(self, *args: Any, **kwargs: Any) -> Any:
        # A revision may carry the state of another day: the follow-ups are asked each time.
        self.state = self.current_state()
        return super().save(*args, **kwargs)

    def get_admin_display_title(self) -> str:
        # A question fills a column by itself; editors know a défi by its number and nickname.
        name = self.short_name or super().get_admin_display_title()
        return f"{self.number}. {name}" if self.number else name

    def current_state(self) -> str:
        """Return the state said by the latest public follow-up, else the initial one."""
        from .follow_up import FollowUpPage

        if self._state.adding:
            return self.initial_state
        latest = FollowUpPage.objects.of(self).order_by("-date", "-pk").first()
        return latest.state if latest else self.initial_state

    @property
    def choice_label(self) -> str:
        # The nickname first: nearly all the questions begin with the same word.
        return f"{self.short_name} – {self.title}" if self.short_name else self.title

    def also_followed(self) -> list[tuple[str, str]]:
        places = [("territoire", str(row.territory_id)) for row in self.territory_rows]
        regions = [("territoire", str(row.territory.region_id)) for row in self.territory_rows]
        sites = [("site", str(self.campus.translation_key))] if self.campus else []
        return [*sites, *places, *regions, *super().also_followed()]

    @property
    def phase(self) -> str:
        """The phase that the state belongs to."""
        return State(self.state).phase

    @cached_property
    def obstacle_rows(self) -> list[Any]:
        """The obstacles, in the editor's order."""
        return list(self.obstacles.all())

    @cached_property
    def lever_rows(self) -> list[Any]:
        """The levers, in the editor's order."""
        return list(self.levers.all())

    @cached_property
    def porteur_rows(self) -> list[Any]:
        """The porteurs with their organisation, in the editor's order."""
        return rows_of(self, "porteurs", "organisation")

    @cached_property
    def territory_rows(self) -> list[Any]:
        """The territories, in the editor's order."""
        return rows_of(self, "territories", "territory")

    @cached_property
    def missing(self) -> list[Any]:
        """The labels of what the fiche does not say yet."""
        return missing_parts(self)

    @property
    def completeness(self) -> int:
        """How full the fiche is, in percent."""
        return completeness(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..fiche import fiche

        context = super().get_context(request, *args, **kwargs)
        return {**context, **fiche(self, request, context["backlinks"])}

    def near_keys(self, request: HttpRequest) -> list[int]:
        from ..cousins.asking import near

        return [entry.pk for entry in near(self, request)]

    def sheet(self, request: HttpRequest) -> Sheet:
        return defi_sheet(self, request)

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        data = super().structured_data(request)
        porteurs = [row.organisation for row in self.porteur_rows]
        if porteurs:
            data["parentOrganization"] = [
                {"@type": "Organization", "name": porteur.name} for porteur in porteurs
            ]
        if self.territory_rows:
            data["location"] = [
                {"@type": "Place", "name": row.territory.name} for row in self.territory_rows
            ]
        return data
