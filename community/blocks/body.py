"""The blocks of a page's body. Headings start at h2; images stay one StructBlock deep."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from .chart import ChartBlock
from .fields import ContentField
from .rich_text import rich_text_features


class HeadingBlock(blocks.StructBlock):
    """A heading of the second or third level."""

    text = blocks.CharBlock(label=_("Text"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("h2", _("Heading")), ("h3", _("Sub-heading"))],
        default="h2",
        help_text=_("A sub-heading always stands below a heading."),
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "community/blocks/heading.html"
        form_classname = "struct-block heading-block"
        description = _("Cuts a long text into parts that readers can jump to.")
        preview_value = {"text": "Ce que le groupe a appris", "level": "h2"}


class ParagraphBlock(blocks.RichTextBlock):
    """Text with bold, italic, lists and links."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", rich_text_features())
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "community/blocks/paragraph.html"
        description = _("Paragraphs, lists and links. Name a link by what it opens.")
        preview_value = (
            "<p>Trois jours pour passer d’une question à un <b>prototype</b> que l’on peut "
            "montrer, critiquer et reprendre.</p>"
        )


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with their author."""

    text = blocks.TextBlock(label=_("Quotation"))
    attribution = blocks.CharBlock(
        label=_("Author"), required=False, help_text=_("Who said it, where and when.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "community/blocks/quote.html"
        description = _("Words of somebody, never without their author.")
        preview_value = {
            "text": "On a osé montrer quelque chose d’inachevé.",
            "attribution": "Exemple fictif, une participante",
        }


class FigureImageBlock(blocks.StructBlock):
    """An image with its text alternative and an optional caption."""

    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "community/blocks/image.html"
        description = _(
            "Describe what the image brings to the reader, or say that it is decorative. "
            "At least 1,000 pixels wide."
        )

    def get_preview_value(self) -> Any:
        image = get_image_model().objects.order_by("-pk").first()
        return self.normalize({"image": image, "caption": "La maquette, le dernier matin"})


class CalloutBlock(blocks.StructBlock):
    """A short aside."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    text = blocks.RichTextBlock(
        label=_("Text"), features=rich_text_features("bold", "italic", "link", "ul")
    )

    class Meta:
        icon = "info-circle"
        label = _("Note")
        template = "community/blocks/callout.html"
        description = _("A remark that stands beside the text. One per page is plenty.")
        preview_value = {"title": "Bon à savoir", "text": "<p>La salle ouvre à 8 h 30.</p>"}


class DocumentBlock(blocks.StructBlock):
    """A document to download, shown with its format and size (RGESN 4.11)."""

    document = DocumentChooserBlock(label=_("Document"))
    label = blocks.CharBlock(
        label=_("Text of the link"), required=False, help_text=_("Empty: the document's title.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "community/blocks/document.html"
        description = _("A file to download. Its format and size are added by themselves.")

    def get_preview_value(self) -> Any:
        document = get_document_model().objects.order_by("-pk").first()
        return self.normalize({"document": document, "label": ""})


class BodyBlock(blocks.StreamBlock):
    """The body of every page."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    quote = QuoteBlock()
    image = FigureImageBlock()
    callout = CalloutBlock()
    document = DocumentBlock()
    chart = ChartBlock()


def body_field(label: object = None, **kwargs: object) -> ContentField:
    """Return the field for a page's body: optional, and without blocks in migrations."""
    return ContentField(
        BodyBlock(),
        verbose_name=label or _("body"),
        blank=True,
        **kwargs,  # type: ignore[arg-type]
    )
