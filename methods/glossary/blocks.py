"""The blocks of a term: its other names."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from community.blocks import ContentField

LONGEST_NAME = 150
SYNONYM, ACRONYM, FORM = "synonym", "acronym", "form"


class NameBlock(blocks.CharBlock):
    """Another name of a term; what kind of name it is, its place in the stream says."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_NAME)
        super().__init__(**kwargs)

    class Meta:
        icon = "tag"
        template = "methods/blocks/other_name.html"


class SynonymBlock(NameBlock):
    """A word that means the same."""

    class Meta:
        label = _("Synonym")
        description = _(
            "Means the same: searching for one finds the other. Explained in texts when it has "
            "several words, since a single one may mean something else there."
        )
        preview_value = "groupe de codéveloppement"


class AcronymBlock(NameBlock):
    """Its initials, explained in texts when written with the same capitals."""

    class Meta:
        label = _("Acronym")
        description = _("Explained in texts where it is written with the same capitals.")
        preview_value = "EPCI"


class FormBlock(NameBlock):
    """Another form of the same words."""

    class Meta:
        label = _("Other form")
        description = _(
            "A plural, a feminine, a verb, another spelling: explained in texts like the term. "
            "Plurals in -s and -x are found without being written here."
        )
        preview_value = "porteuses de défis"


def names_field(label: object, **kwargs: object) -> ContentField:
    """Return a field that holds the other names of a term."""
    kinds = [(SYNONYM, SynonymBlock()), (ACRONYM, AcronymBlock()), (FORM, FormBlock())]
    return ContentField(kinds, verbose_name=label, blank=True, **kwargs)
