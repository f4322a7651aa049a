"""Citing from rich text: ``<a linktype="reference" id="…" locator="p. 12">`` in the database."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.models import Page
from wagtail.rich_text import LinkHandler

#: The name of the feature, in ``rich_text_features()``.
CITATION = "citation"
_ENTITY = "CITATION"
_LINK = "reference"


class CitationHandler(LinkHandler):
    """A citation in the text of a page: a plain link, which asks nothing of the database.

    The text pass (``notes``) makes it the call of a note; where there is none (a printed card,
    the preview of a block) the link leads to the reference all the same.
    """

    identifier = _LINK

    @staticmethod
    def get_model() -> Any:
        from ..models import ReferencePage

        return ReferencePage

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        number = attrs.get("id", "")
        if not number.isdecimal():
            return "<a>"
        address = reverse("methods:reference", args=[int(number)])
        return format_html(
            '<a class="citation" href="{}" data-reference="{}" data-locator="{}">',
            address,
            number,
            attrs.get("locator", ""),
        )

    @classmethod
    def extract_references(cls, attrs: dict[str, str]) -> Iterator[tuple[Any, str, str, str]]:
        """Let the reference know who cites it, as for a link to a page."""
        yield Page, attrs["id"], "", ""


class _CitationElement(InlineEntityElementHandler):
    """A citation as the editor reads it: with the title that the reference has now."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        page = Page.objects.filter(pk=attrs["id"]).only("title").first()
        title = page.title if page else str(_("This reference no longer exists"))
        return {"id": attrs["id"], "title": title, "locator": attrs.get("locator", "")}

    def handle_endtag(self, name: str, state: Any, contentstate: Any) -> None:
        block, place = state.current_block, state.current_entity_ranges[-1]
        data = contentstate.entity_map[place.key].data
        words = ", ".join(filter(None, (data["title"], data["locator"])))
        block.text = f"{block.text[: place.offset]}[{words}]"
        super().handle_endtag(name, state, contentstate)


def _citation_in_database(props: dict[str, Any]) -> Any:
    """Return a citation without its title.

    What is kept here is searched, quoted and printed as it stands, also once the reference is no
    longer published.
    """
    attributes = {"linktype": _LINK, "id": props.get("id")}
    if props.get("locator"):
        attributes["locator"] = props["locator"]
    words = ", ".join(filter(None, ("*", props.get("locator"))))
    return DOM.create_element("a", attributes, f"[{words}]")


def register(features: Any) -> None:
    """Add the feature to Wagtail's registry."""
    features.register_link_type(CitationHandler)
    features.register_editor_plugin(
        "draftail",
        CITATION,
        EntityFeature(
            {
                "type": _ENTITY,
                "icon": "openquote",
                "description": _("Cite a reference"),
                "attributes": ["id", "title", "locator"],
                "chooserUrl": reverse_lazy("wagtailadmin_choose_page"),
                "pageType": "methods.referencepage",
                "locatorLabel": _("Page or passage, if there is one to give (p. 12):"),
                "citeLabel": _("Cite"),
            },
            js=["wagtailadmin/js/page-chooser-modal.js", "methods/js/citation.js"],
        ),
    )
    features.register_converter_rule(
        "contentstate",
        CITATION,
        {
            "from_database_format": {f'a[linktype="{_LINK}"]': _CitationElement(_ENTITY)},
            "to_database_format": {"entity_decorators": {_ENTITY: _citation_in_database}},
        },
    )
