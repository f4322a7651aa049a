"""Every rich text of the site offers the usual features and those that plugins add."""

import logging

import pytest
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.rich_text import features

from community.blocks import rich_text_features
from community.blocks.rich_text import USUAL
from community.plugins import plugins

pytestmark = pytest.mark.whatever_the_database


def added() -> list[str]:
    return [name for plugin in plugins() for name in plugin.rich_text_features()]


def test_the_usual_ones_come_first_then_the_plugins_own():
    assert rich_text_features() == [*USUAL, *added()]
    assert rich_text_features("bold", "link") == ["bold", "link", *added()]


def test_each_is_known_to_the_editor():
    for name in rich_text_features():
        assert features.get_editor_plugin("draftail", name), name


def test_a_plain_rich_text_field_offers_the_same_as_a_block():
    assert get_rich_text_editor_widget().features == rich_text_features()


def test_a_plugin_that_fails_costs_only_its_own(monkeypatch, caplog):
    def broken():
        raise RuntimeError("out of order")

    monkeypatch.setattr(plugins()[0], "rich_text_features", broken)
    with caplog.at_level(logging.ERROR, logger="community.plugins"):
        assert set(USUAL) <= set(rich_text_features())
    assert plugins()[0].label in caplog.text
