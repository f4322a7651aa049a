"""The same facts as each language writes them, side by side."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import ngettext, override

from community.printing.document import Document
from community.text.typography import typographic
from events.programme.wording import moment

pytestmark = pytest.mark.whatever_the_database

START, END = datetime(2018, 8, 1, 14, 30, tzinfo=UTC), datetime(2018, 8, 1, 15, tzinfo=UTC)
TAGS = "{% load humanize i18n typography %}"
FIRST, LAST = date(2018, 8, 24), date(2018, 8, 26)

WRITTEN = [
    ("{{ day|long_date }}", "1er août 2018", "1 August 2018"),
    ('{{ day|date:"DATE_FORMAT" }}', "1 août 2018", "1 August 2018"),
    ('{{ day|date:"SHORT_DATE_FORMAT" }}', "01/08/2018", "01/08/2018"),
    ('{{ start|date:"DATETIME_FORMAT" }}', "1 août 2018 14:30", "1 August 2018, 14:30"),
    (
        '{% include "community/includes/dates.html" %}',
        "du 24 au 26 août 2018",
        "24 to 26 August 2018",
    ),
    ('{{ 98000|floatformat:"0g" }}', "98\u202f000", "98,000"),
    ('{{ 3.25|floatformat:"-2g" }}', "3,25", "3.25"),
]


@pytest.mark.parametrize(("source", "french", "english"), WRITTEN)
def test_dates_and_numbers(source, french, english):
    facts = {"day": START.date(), "start": START.replace(tzinfo=None), "first": FIRST, "last": LAST}
    for language, expected in (("fr", french), ("en", english)):
        with override(language):
            told = Template(TAGS + source).render(Context(facts)).strip()
        assert told.replace("\u00a0", "\u202f") == expected


def test_hours_run_to_24_in_both():
    for language, expected in (
        ("fr", "mercredi 1er août, 14\u00a0h\u00a030 – 15\u00a0h"),
        ("en", "Wednesday 1 August, 14:30 – 15:00"),
    ):
        with override(language):
            assert moment(START, END) == expected


def test_none_is_singular_in_french_and_plural_in_english():
    for language, word in (("fr", "page"), ("en", "pages")):
        with override(language):
            assert (ngettext("%(n)s page", "%(n)s pages", 0) % {"n": 0}).endswith(word)


def test_french_spaces_stay_in_french():
    for text in ("Why: because!", "100 % of 98 000 people", "« quoted »", "one ; two ?"):
        assert typographic(text, "en") == typographic(text, "ro") == text
    assert typographic("one ; two ?", "fr") == "one\u202f; two\u202f?"


def test_a_document_has_the_language_and_hyphens_of_its_text():
    facts = {"title": "Fiche", "data": {"text": "Pourquoi ?"}, "template": "community/card.typ"}
    french, english = (Document(language=code, **facts).inputs for code in ("fr", "en"))
    assert '"language": "fr"' in french["about"]
    assert '"region": "FR"' in french["about"]
    assert '"language": "en"' in english["about"]
    assert "Pourquoi\u202f?" in french["data"]
    assert "Pourquoi ?" in english["data"]
