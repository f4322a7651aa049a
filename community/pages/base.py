"""The page that every page type of every plugin extends."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property, classproperty
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import Page
from wagtail.search import index

from community.models import Attribution, CommunityImage, Credit

from .backlinks import BacklinkGroup, backlinks
from .sorting import sort_key
from .visibility import visible

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

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.RelatedFields("tags", [index.SearchField("name")]),
    ]

    class Meta:
        abstract = True

    @classproperty
    def edit_handler(cls) -> TabbedInterface:  # noqa: N805 - a property of the class
        """The editor's tabs: content, people and themes, source, promotion."""
        return TabbedInterface(
            [
                ObjectList(
                    [
                        *cls.title_panels(),
                        FieldPanel("summary"),
                        *cls.main_panels,
                    ],
                    heading=_("Content"),
                ),
                ObjectList(cls.relation_panels(), heading=_("People and themes")),
                ObjectList(cls.attribution_panels, heading=_("Licence and source")),
                ObjectList(
                    [
                        MultiFieldPanel(
                            [FieldPanel("cover"), FieldPanel("cover_alt")],
                            heading=_("Cover image"),
                        ),
                        *cls.promote_panels,
                        *cls.settings_panels,
                    ],
                    heading=_("Image and promotion"),
                ),
            ],
            base_form_class=cls.base_form_class,
        )

    @classmethod
    def title_panels(cls) -> list[Any]:
        """Panels of the title; a page type may relabel it."""
        return list(Page.content_panels)

    @classmethod
    def relation_panels(cls) -> list[Any]:
        """Panels for what the page is related to, the same on every page type."""
        return [
            FieldPanel("tags"),
            InlinePanel("page_themes", label=_("theme"), heading=_("Themes")),
            InlinePanel(
                "credits",
                label=_("person"),
                heading=_("People"),
                help_text=_("A name shows only with the person's consent or a public source."),
            ),
            InlinePanel(
                "figures",
                label=_("figure"),
                heading=_("Figures"),
                help_text=_("Each with its source; rival figures stay side by side."),
            ),
            FieldRowPanel([FieldPanel("fictional")]),
        ]

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.sort_title = sort_key(self.title)[:255]
        return super().save(*args, **kwargs)

    @cached_property
    def public_credits(self) -> list[Credit]:
        """The credits whose person may be named, in the editor's order."""
        return [credit for credit in self._credit_rows() if credit.person.is_public]

    def _credit_rows(self) -> list[Credit]:
        rows = self.credits
        if hasattr(rows, "select_related") and not self._state.adding:
            rows = rows.select_related("person", "organisation")
        return list(rows.all())

    def get_backlinks(self, request: HttpRequest) -> list[BacklinkGroup]:
        """Return the visible pages that refer to this one, grouped by type."""
        return backlinks(self, request, leave_out=self.shown_by_itself)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["backlinks"] = self.get_backlinks(request)
        context["breadcrumb"] = list(
            visible(request).ancestor_of(self).select_related("locale").order_by("depth")
        )
        return context
