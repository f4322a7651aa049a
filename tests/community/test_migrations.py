"""Migrations stay small: elsewhere, blocks made them grow to hundreds of thousands of lines."""

import inspect
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.migrations.operations import CreateModel
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import OperationWriter
from wagtail.blocks import Block
from wagtail.fields import StreamField

from community.blocks import ContentField
from community.tables import CreateModels

MIGRATIONS = sorted(
    path
    for config in apps.get_app_configs()
    if Path(config.path).parent == settings.BASE_DIR
    for path in Path(config.path).glob("migrations/[0-9]*.py")
)
LINES_OF_ONE = 500
LINES_OF_ALL = 3_600


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_migration_is_short_and_names_no_block(path):
    assert lines(path) <= LINES_OF_ONE
    text = path.read_text(encoding="utf-8")
    assert "Block" not in text
    assert "block_lookup" not in text
    assert "StreamField(" not in text


def test_all_of_them_are_short():
    assert MIGRATIONS
    assert sum(map(lines, MIGRATIONS)) < LINES_OF_ALL


def test_models_made_together_are_drawn_once_whatever_their_order():
    one, two = (
        CreateModel(
            name,
            [
                ("id", models.AutoField(primary_key=True)),
                (to, models.ForeignKey(to, models.CASCADE)),
            ],
        )
        for name, to in (("One", "two"), ("Two", "one"))
    )
    state = ProjectState()
    assert not list(state.apps.get_models())
    operation = CreateModels([one, two])
    operation.state_forwards("community", state)
    # A cached property: it is this that spares the drawing of all models after each.
    assert "apps" not in vars(state)
    assert {model.__name__ for model in state.apps.get_models()} == {"One", "Two"}
    written, _imports = OperationWriter(operation, indentation=0).serialize()
    assert written.startswith("community.tables.CreateModels(\n    operations=[")


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_migration_makes_many_models_together(path):
    """Each of them alone takes a second of an empty database: see ``CreateModels``."""
    alone = path.read_text(encoding="utf-8").count("\n        migrations.CreateModel(")
    assert alone <= 2


def our_models():
    return [
        model
        for model in apps.get_models()
        if Path(inspect.getfile(model)).is_relative_to(settings.BASE_DIR)
        and ".venv" not in inspect.getfile(model)
    ]


def test_every_stream_field_keeps_its_blocks_out_of_migrations():
    fields = [
        field
        for model in our_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
    ]
    assert len(fields) > 10
    for field in fields:
        assert isinstance(field, ContentField), field
        _name, path, args, kwargs = field.deconstruct()
        assert path == "community.blocks.fields.ContentField"
        assert not args
        assert "block_lookup" not in kwargs
        assert not any(isinstance(value, Block) for value in kwargs.values())
