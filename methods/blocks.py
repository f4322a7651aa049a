"""The blocks of a method: timed steps, material to bring, variants."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from community.blocks import ContentField, rich_text_features

from .vocabularies import Grouping, Per

RICH_TEXT = rich_text_features("bold", "italic", "ol", "ul", "link")
LONGEST_STEP = 24 * 60


class StepValue(blocks.StructValue):
    """A step, with its seating in words."""

    @property
    def seating(self) -> str:
        """How people sit: “In small groups of 4”; empty when nothing was said."""
        if not self["grouping"]:
            return ""
        if self["size"]:
            return _("In small groups of %(size)s") % {"size": self["size"]}
        return str(Grouping(self["grouping"]).label)


class MaterialValue(blocks.StructValue):
    """An item to bring, with what its quantity is counted for."""

    @property
    def counted(self) -> str:
        """“per group”, “per person”; empty when it is for the whole session."""
        per = self["per"]
        return str(Per(per).label) if per and per != Per.SESSION else ""


class StepBlock(blocks.StructBlock):
    """A timed step: what to do, for how many minutes, seated how."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    minutes = blocks.IntegerBlock(
        label=_("Minutes"), min_value=1, max_value=LONGEST_STEP, required=False
    )
    grouping = blocks.ChoiceBlock(label=_("Grouping"), choices=Grouping.choices, required=False)
    size = blocks.IntegerBlock(
        label=_("People per group"),
        min_value=2,
        max_value=50,
        required=False,
        help_text=_("Used with small groups only."),
    )
    instruction = blocks.RichTextBlock(label=_("Instruction"), features=RICH_TEXT, required=False)

    class Meta:
        icon = "time"
        label = _("Step")
        value_class = StepValue
        template = "methods/blocks/step.html"
        description = _("What people do, for how long. The page adds up the minutes.")
        preview_value = {
            "title": "Écrire, chacun pour soi",
            "minutes": 5,
            "grouping": Grouping.ALONE,
            "instruction": "<p>Notez une idée par papier, en silence.</p>",
        }


class MaterialBlock(blocks.StructBlock):
    """Something to bring, that can be counted."""

    item = blocks.CharBlock(label=_("Item"), max_length=120)
    quantity = blocks.IntegerBlock(
        label=_("Quantity"), min_value=1, max_value=1000, default=1, required=False
    )
    per = blocks.ChoiceBlock(
        label=_("Counted"), choices=Per.choices, default=Per.SESSION, required=False
    )

    class Meta:
        icon = "tick"
        label = _("Material")
        value_class = MaterialValue
        template = "methods/blocks/material.html"
        description = _("An item of the shopping list, with its quantity.")
        preview_value = {"item": "Feutre", "quantity": 1, "per": Per.PERSON}


class VariantBlock(blocks.StructBlock):
    """Another way to run the method."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT)

    class Meta:
        icon = "copy"
        label = _("Variant")
        template = "methods/blocks/variant.html"
        description = _("Another way to run it: at a distance, in a large group, in less time.")
        preview_value = {"title": "À distance", "text": "<p>Chacun écrit dans un tableau.</p>"}


def steps_field(label: object, **kwargs: object) -> ContentField:
    """Return a field that holds the ordered, timed steps of a method."""
    return ContentField([("step", StepBlock())], verbose_name=label, blank=True, **kwargs)


def materials_field(label: object, **kwargs: object) -> ContentField:
    """Return a field that holds what must be brought."""
    return ContentField([("material", MaterialBlock())], verbose_name=label, blank=True, **kwargs)


def variants_field(label: object, **kwargs: object) -> ContentField:
    """Return a field that holds other ways to run a method."""
    return ContentField([("variant", VariantBlock())], verbose_name=label, blank=True, **kwargs)
