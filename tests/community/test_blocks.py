"""Every block is explained and previewed to the editor, and its images can be translated."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

from community.blocks import ContentField

pytestmark = pytest.mark.whatever_the_database

FIELDS = [
    field
    for model in apps.get_models()
    for field in model._meta.get_fields()
    if isinstance(field, ContentField)
]


def offered() -> dict[type[blocks.Block], tuple[ContentField, str, blocks.Block]]:
    """Return one of each block that an editor may add, with its field and its name there."""
    return {
        type(block): (field, name, block)
        for field in FIELDS
        for name, block in field.stream_block.child_blocks.items()
    }


OFFERED = offered()
# A field with one kind of block adds it at once, without a picker.
PICKED = [kind for kind in OFFERED if len(OFFERED[kind][0].stream_block.child_blocks) > 1]


def below(block: blocks.Block, depth: int = 0) -> Iterator[tuple[blocks.Block, int]]:
    """Return the blocks below ``block`` with the number of StructBlocks around each."""
    for child in getattr(block, "child_blocks", {}).values():
        yield child, depth
        # An ImageBlock is itself a StructBlock, of an image and its text alternative.
        inside = isinstance(child, blocks.StructBlock) and not isinstance(child, ImageBlock)
        yield from below(child, depth + inside)
    if isinstance(block, blocks.ListBlock):
        yield block.child_block, depth
        yield from below(block.child_block, depth + 1)


@pytest.mark.parametrize("kind", OFFERED, ids=lambda kind: kind.__name__)
def test_a_block_has_a_name_and_a_description_for_the_editor(kind):
    block = OFFERED[kind][2]
    assert str(block.label).strip()
    assert str(block.get_description()).strip(), "meta.description is missing"
    assert block.meta.icon != blocks.Block._meta_class.icon, "meta.icon is missing"


@pytest.mark.django_db
@pytest.mark.parametrize("kind", PICKED, ids=lambda kind: kind.__name__)
def test_a_block_is_previewed_in_the_picker(kind, editor):
    block = OFFERED[kind][2]
    assert block.is_previewable, "meta.preview_value or get_preview_value() is missing"
    address = reverse("wagtailadmin_block_preview")
    response = editor.get(address, {"id": block.definition_prefix})
    assert response.status_code == 200
    assert "<link" in response.content.decode()


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_images_stand_at_most_one_struct_deep(field):
    """Deeper, wagtail-localize cannot translate their text alternative."""
    for block, depth in below(field.stream_block):
        if isinstance(block, ImageBlock):
            assert depth <= 1, block


def test_there_are_fields_to_look_at():
    assert len(FIELDS) > 10
    assert all(isinstance(field, StreamField) for field in FIELDS)
