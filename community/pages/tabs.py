"""The tabs in which a page of any type is edited."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)


def tabs(page_type: type) -> TabbedInterface:
    """Return the tabs of a page type: content, relations, licence and source, promotion."""
    return TabbedInterface(
        [
            ObjectList(
                [*page_type.title_panels(), FieldPanel("summary"), *page_type.main_panels],
                heading=_("Content"),
            ),
            ObjectList(_relations(), heading=_("People, themes, relations")),
            ObjectList(page_type.attribution_panels, heading=_("Licence and source")),
            ObjectList(
                [*_promotion(), *page_type.settings_panels], heading=_("Image and promotion")
            ),
        ],
        base_form_class=page_type.base_form_class,
    )


def _relations() -> list[Panel]:
    """What a page is related to, the same on every page type."""
    return [
        FieldPanel("tags"),
        InlinePanel("page_themes", label=_("theme"), heading=_("Themes")),
        InlinePanel(
            "page_relations",
            label=_("page"),
            heading=_("Related pages"),
            help_text=_("Those which link here show by themselves; so does this one on them."),
        ),
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
        FieldRowPanel([FieldPanel("fictional"), FieldPanel("explain_words")]),
    ]


def _promotion() -> list[Panel]:
    """The cover, and the address without Wagtail's "show in menus": menus are edited as such."""
    return [
        MultiFieldPanel([FieldPanel("cover"), FieldPanel("cover_alt")], heading=_("Cover image")),
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("Address and search engines"),
        ),
    ]
