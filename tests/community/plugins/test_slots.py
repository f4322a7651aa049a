"""A slot shows what the plugins put in it, escaped, and survives any of them."""

import logging

import pytest
from django.template import Context, Template
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

pytestmark = pytest.mark.whatever_the_database

SLOT = "{% load slots %}[{% slot 'sample.after' page=page %}]"


def render(source: str = SLOT, **context: object) -> str:
    return Template(source).render(Context({"page": "a & b"} | context))


def put(content: object):
    return lambda: {"sample.after": lambda context, arguments: content}


def broken(*args: object):
    raise RuntimeError("out of order")


def test_an_empty_slot_shows_nothing(install):
    install("sample", slots=lambda: {"sample.other": broken})
    assert render() == "[]"


def test_text_is_escaped_and_safe_html_is_not(install):
    install("one", slots=put("<b>"))
    install("two", slots=put(format_html("<i>{}</i>", "<")))
    install("three", slots=put(None))
    install("four", slots=put(_("<u>")))
    assert render() == "[&lt;b&gt;<i>&lt;</i>&lt;u&gt;]"
    assert render("{% autoescape off %}" + SLOT + "{% endautoescape %}") == render()


def test_content_gets_the_context_and_the_arguments(install):
    def content(context, arguments):
        return f"{context['who']}: {arguments['page']}"

    install("sample", slots=lambda: {"sample.after": content})
    assert render(who="me") == "[me: a &amp; b]"


def test_the_content_can_be_kept_for_later(install):
    source = (
        "{% load slots %}{% slot 'sample.after' as extra %}{% if extra %}<p>{{ extra }}{% endif %}"
    )
    assert render(source) == ""
    install("sample", slots=put(format_html("<i>{}</i>", "x")))
    assert render(source) == "<p><i>x</i>"


@pytest.mark.parametrize("slots", [broken, lambda: {"sample.after": broken}, lambda: None])
def test_an_exception_is_logged_by_name_and_costs_only_its_part(install, caplog, slots):
    install("before", slots=put("1"))
    install("culprit", slots=slots)
    install("after", slots=put("2"))
    with caplog.at_level(logging.ERROR, logger="community.plugins"):
        assert render() == "[12]"
    (record,) = caplog.records
    assert (record.name, record.levelname) == ("community.plugins", "ERROR")
    assert "'culprit'" in record.getMessage()
    assert "sample.after" in record.getMessage()
    assert record.exc_info
