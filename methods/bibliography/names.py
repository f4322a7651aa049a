"""The names of a reference: blocks for the editor, lists of names for CSL."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from community.blocks import ContentField

from .vocabulary import NameRole

#: The parts of a name in CSL, by the name of the block's field.
PARTS = {
    "family": "family",
    "given": "given",
    "particle": "non-dropping-particle",
    "dropping_particle": "dropping-particle",
    "suffix": "suffix",
    "literal": "literal",
}
LONGEST_NAME = 255


class NameBlock(blocks.StructBlock):
    """Somebody's or an organisation's part in a work."""

    role = blocks.ChoiceBlock(
        label=_("Role"), choices=NameRole.choices, default=NameRole.AUTHOR.value
    )
    family = blocks.CharBlock(label=_("Family name"), required=False, max_length=LONGEST_NAME)
    given = blocks.CharBlock(label=_("Given name"), required=False, max_length=LONGEST_NAME)
    particle = blocks.CharBlock(
        label=_("Particle"),
        required=False,
        max_length=50,
        help_text=_("That always goes with the name: “de” in “de Gaulle”."),
    )
    dropping_particle = blocks.CharBlock(
        label=_("Particle left out when sorting"),
        required=False,
        max_length=50,
        help_text=_("“de” in “Alexis de Tocqueville”, cited as Tocqueville."),
    )
    suffix = blocks.CharBlock(
        label=_("Suffix"), required=False, max_length=50, help_text=_("“Jr”, “III”.")
    )
    literal = blocks.CharBlock(
        label=_("Or an organisation"),
        required=False,
        max_length=LONGEST_NAME,
        help_text=_("Its whole name, shown as it is. It counts instead of the fields above."),
    )

    class Meta:
        icon = "user"
        label = _("Name")
        template = "methods/blocks/name.html"
        description = _("A person or an organisation, with the part they have in the work.")
        preview_value = {"role": "author", "family": "Follett", "given": "Mary Parker"}

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if not cleaned["family"] and not cleaned["literal"]:
            message = _("Give a family name, or the name of an organisation.")
            raise blocks.StructBlockValidationError({"family": ValidationError(message)})
        return cleaned


def names_field(label: object, **kwargs: object) -> ContentField:
    """Return a field that holds the names of a work, in the order of its title page."""
    return ContentField([("name", NameBlock())], verbose_name=label, blank=True, **kwargs)


def names_of_csl(role: str, names: Any) -> list[dict[str, Any]] | None:
    """Return a CSL list of names as values of blocks, ``None`` when they cannot hold it whole."""
    if role not in NameRole or not isinstance(names, list) or not names:
        return None
    found = [_block_of(name) for name in names]
    if any(one is None for one in found):
        return None
    return [{"type": "name", "value": {"role": role, **one}} for one in found if one]


def names_as_csl(stream: Any) -> dict[str, list[dict[str, str]]]:
    """Return the names of a stream as CSL has them: a list for each role."""
    names: dict[str, list[dict[str, str]]] = {}
    for block in stream:
        value = block.value
        if value.get("literal"):
            name = {"literal": value["literal"]}
        else:
            fields = PARTS.items()
            name = {part: value[field] for field, part in fields if value.get(field)}
        if name:
            names.setdefault(value.get("role") or NameRole.AUTHOR.value, []).append(name)
    return names


def short_name(name: dict[str, str]) -> str:
    """Return what a name is found by: the family name with its particle, or the organisation."""
    particle = name.get("non-dropping-particle", "")
    whole = f"{particle} {name.get('family', '')}".strip()
    return name.get("literal") or whole or name.get("given", "")


def full_name(name: dict[str, str]) -> str:
    """Return a name in reading order."""
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return name.get("literal") or " ".join(name[part] for part in order if name.get(part))


def _block_of(name: Any) -> dict[str, str] | None:
    """The fields of the block for one name; ``None`` when it has something else to keep."""
    fields = {part: field for field, part in PARTS.items()}
    if not isinstance(name, dict) or set(name) - set(fields):
        return None
    kept = {part: text for part, text in name.items() if text != ""}
    texts = all(isinstance(t, str) and 0 < len(t.strip()) == len(t) for t in kept.values())
    alone = "literal" not in kept or len(kept) == 1
    short = all(len(t) <= LONGEST_NAME for t in kept.values() if isinstance(t, str))
    tight = ("dropping-particle", "non-dropping-particle", "suffix")
    if not texts or not alone or not short or any(len(kept.get(part, "")) > 50 for part in tight):
        return None
    if "family" not in kept and "literal" not in kept:
        return None
    return {fields[part]: text for part, text in kept.items()}
