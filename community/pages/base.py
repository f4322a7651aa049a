"""The page that every page type of every plugin extends."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property, classproperty
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import TabbedInterface
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from community.models import Attribution, CommunityImage, Credit, PageTheme
from community.printing.sheets import Sheet, sheet_of

from .context import context_words
from .homes import HOME_DEPTH
from .referring import noted_once
from .routing import deepest_page
from .rows import rows_of
from .sorting import sort_key
from .surroundings import surroundings
from .tabs import tabs
from .visibility import active_language

SUMMARY_LENGTH = 300


class CommunityPage(Attribution, Page):
    """Summary, cover, tags, themes, people, figures, licence and source (abstract).

    A page type gives its own ``main_panels`` and, when it is listed, a ``card_template``; the
    tabs, search fields and public context come from here.
    """

    summary = models.TextField(
        _("summary"),
        max_length=SUMMARY_LENGTH,
        blank=True,
        help_text=_(
            "Two sentences for lists, search engines and shared links: 300 characters at most."
        ),
    )
    cover = models.ForeignKey(
        CommunityImage,
        verbose_name=_("cover image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Landscape, at least 1,600 × 900 pixels."),
    )
    cover_alt = models.CharField(
        _("text alternative of the cover"),
        max_length=250,
        blank=True,
        help_text=_("What the image brings to the reader. Empty when it is only decorative."),
    )
    fictional = models.BooleanField(
        _("fictional example"),
        default=False,
        help_text=_("Tick it when this was made up to show what such a page looks like."),
    )
    explain_words = models.BooleanField(
        _("explain words in the text"),
        default=True,
        help_text=_("Words that the site defines are explained where the text first uses them."),
    )
    sort_title = models.CharField(max_length=255, editable=False, default="", db_index=True)
    tags = ClusterTaggableManager(
        through="community.PageTag",
        blank=True,
        verbose_name=_("tags"),
        help_text=_("Free words, lower case, separated by commas."),
    )

    main_panels: ClassVar[list[Any]] = []
    #: Template of one item in cards layout; receives ``page``.
    card_template: ClassVar[str] = "community/cards/page.html"
    #: Heading above pages of this type that refer to another; empty: the plural name.
    backlink_label: ClassVar[Any] = ""
    #: Lower-case labels of the models that the page shows by itself, not again as backlinks.
    shown_by_itself: ClassVar[tuple[str, ...]] = ()
    #: Lower-case labels of the page types where a slot shows pages of this type: no backlinks.
    shown_by: ClassVar[tuple[str, ...]] = ()
    #: Types of children that come with what refers to the page, without a query of their own.
    joined_children: ClassVar[tuple[type[Page], ...]] = ()
    #: Whether a group works on such a page, so that it may be told what was used for it.
    people_work_on_it: ClassVar[bool] = False
    #: What such pages are called in the addresses of what one follows; empty: not followed.
    followed_as: ClassVar[str] = ""
    #: The link that leads there.
    follow_label: ClassVar[Any] = ""
    #: The field for the page that it belongs to outside its branch of the tree; empty: none.
    belongs_to: ClassVar[str] = ""
    #: What schema.org calls such a page (release 30).
    schema_type: ClassVar[str | list[str]] = "WebPage"
    #: Whether that type is a CreativeWork, which has a language and a licence.
    schema_is_work: ClassVar[bool] = True
    #: Whether the page has a card, and may be put in a booklet.
    printable: ClassVar[bool] = True
    #: Whether a booklet gathers these pages, short ones, instead of giving a sheet to each.
    printed_together: ClassVar[bool] = False
    #: The rows that the sheet needs, read together for all the pages of a booklet.
    sheet_rows: ClassVar[tuple[str, ...]] = ("credits__person", "credits__organisation")
    #: What the public page points to, read together with it.
    detail_related: ClassVar[tuple[str, ...]] = ("locale", "cover")

    #: The search fields that are names of the page, as much as its title is.
    search_titles: ClassVar[tuple[str, ...]] = ("title",)
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.RelatedFields("tags", [index.SearchField("name")]),
        index.SearchField("context_words"),
    ]

    class Meta:
        abstract = True

    @classproperty
    def edit_handler(cls) -> TabbedInterface:  # noqa: N805 - a property of the class
        """The editor's tabs."""
        return tabs(cls)

    @classmethod
    def title_panels(cls) -> list[Any]:
        """Panels of the title; a page type may relabel it."""
        return list(Page.content_panels)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.sort_title = sort_key(self.title, self.written_in)[:255]
        with transaction.atomic(), noted_once():
            return super().save(*args, **kwargs)

    @property
    def known_as(self) -> str:
        """The names under which what stands below is found too; empty when it has none."""
        return " ".join(str(getattr(self, name)) for name in self.search_titles)

    @property
    def context_words(self) -> str:
        """What the page is and where it stands, for the search."""
        return context_words(self)

    @cached_property
    def theme_rows(self) -> list[PageTheme]:
        """The rows of themes with their theme, in the editor's order."""
        return rows_of(self, "page_themes", "theme")

    @cached_property
    def public_credits(self) -> list[Credit]:
        """The credits whose person may be named, in the editor's order."""
        rows = rows_of(self, "credits", "person", "organisation")
        return [credit for credit in rows if credit.person.is_public]

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Go straight to the deepest page of the address instead of level by level.

        Raises ``Http404`` under the address of a language whose home page is not live: Wagtail
        would show the home page of the default language there.
        """
        language = active_language()
        stray = language != settings.LANGUAGE_CODE and self.depth == HOME_DEPTH
        if stray and self.locale.language_code != language:
            raise Http404(f"The home page in {language} is not published.")
        if path_components:
            page = deepest_page(self, path_components)
            if page is not None:
                return page.route(request, path_components[page.depth - self.depth :])
        return super().route(request, path_components)

    def get_view_restrictions(self) -> Any:
        """The restrictions of this page and of those above it, an alias having its source's.

        The same answer as Wagtail's, in one query instead of two and more.
        """
        ends = range(self.steplen, len(self.path) + 1, self.steplen)
        paths = [self.path[:end] for end in ends]
        return PageViewRestriction.objects.filter(
            Q(page__path__in=paths) | Q(page__aliases__path__in=paths)
        ).distinct()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        around = surroundings(self, request, self.near_keys(request))
        context["breadcrumb"] = around.ancestors
        context["backlinks"] = around.backlinks(self.shown_by_itself, self._meta.label_lower)
        context["near"] = around.near
        context["versions"] = around.versions
        for version in around.versions:
            if version.pk == self.pk:
                self.locale = version.locale  # Read with it; the home page comes without.
        context["source_language"] = self.source_language
        return context

    def near_keys(self, request: HttpRequest) -> Sequence[int]:
        """Return the keys of pages that a page type shows beside itself, as ``near``.

        They are read with what surrounds the page, and only the visible ones.
        """
        return ()

    def sheet(self, request: HttpRequest) -> Sheet | None:
        """Return what a card or a booklet prints of the page; ``None``: it is not printed.

        Whatever it names of other pages has to be visible to the visitor.
        """
        return sheet_of(self, request) if self.printable else None

    def also_followed(self) -> list[tuple[str, str]]:
        """The kind and key of what else somebody who follows this page may like to follow."""
        return [("theme", str(row.theme.translation_key)) for row in self.theme_rows]

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return the page as schema.org describes it (JSON-LD); a page type adds its own facts."""
        data = {
            "@context": "https://schema.org",
            "@type": self.schema_type,
            "name": self.title,
            "description": self.search_description or self.summary,
            "url": self.get_full_url(request),
        }
        if self.schema_is_work:
            data["inLanguage"] = self.source_language or self.locale.language_code
            data["license"] = self.licence_url
        return {name: value for name, value in data.items() if value}

    @property
    def choice_label(self) -> str:
        """The page's name where it is chosen among many of its type."""
        return self.title

    @property
    def written_in(self) -> str:
        """The language of the text of the page; that of the site when it has no place yet."""
        if self.source_language:
            return self.source_language
        return self.locale.language_code if self.locale_id else settings.LANGUAGE_CODE

    @property
    def source_language(self) -> str:
        """The language that the page is really written in, when it waits for its translation.

        wagtail-localize fills a language's tree with aliases of pages not translated yet.
        """
        source = self.alias_of
        if source is None or source.locale_id == self.locale_id:
            return ""
        return source.locale.language_code
