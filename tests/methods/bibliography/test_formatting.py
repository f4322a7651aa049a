"""References come out as the styles have them, safe, from the cache, whatever is in them."""

import logging

import pytest

from methods.bibliography import formatting
from methods.bibliography.formatting import formatted
from methods.models import ReferenceIndexPage, ReferencePage
from tests.page_types import example

pytestmark = pytest.mark.whatever_the_database

BOOK = {
    "id": "a",
    "type": "book",
    "title": "Un monde < deux & <i>trois</i>",
    "author": [{"family": "Follett", "given": "Mary Parker"}],
    "issued": {"date-parts": [[2018]]},
    "publisher": "Seuil",
    "publisher-place": "Paris",
    "edition": "2",
    "DOI": "10.1000/182",
}


def one(item, style="iso690", language="fr"):
    return str(formatted([item], style, language)[0]).replace("&nbsp;", " ").replace("\u202f", " ")


def test_iso_690_in_french():
    html = one({**BOOK, "title": "Un monde < deux & trois"})
    assert html == (
        "FOLLETT, Mary Parker. <i>Un monde &lt; deux &amp; trois</i>. 2ᵉ éd. "
        'Paris : Seuil, 2018. DOI <a href="https://doi.org/10.1000/182">10.1000/182</a>'
    )
    assert "<i>trois</i>" in one(BOOK)


def test_apa_and_english():
    assert "Follett, M. P. (2018)." in one(BOOK, "apa")
    assert "(2ᵉ éd.)" in one(BOOK, "apa")
    assert "(2nd ed.)" in one(BOOK, "apa", "en")
    assert "Online" in one({**BOOK, "URL": "https://example.org/"}, "iso690", "en")


def test_nothing_of_an_item_is_run():
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    item = {
        **BOOK,
        "title": evil,
        "publisher": evil,
        "URL": 'https://e.org/"><b>',
        "author": [{"literal": evil}, {"family": evil, "given": evil}],
    }
    for style in ("iso690", "apa"):
        html = one(item, style)
        assert "<script" not in html.lower()
        assert "<img" not in html.lower()
    assert 'href="javascript' not in one({**BOOK, "URL": "javascript:alert(1)"})


@pytest.mark.parametrize(
    "junk",
    [
        {"author": "x"},
        {"author": [None, 3, {"family": None}]},
        {"author": [{"given": "Seule"}]},
        {"director": [{"family": "A"}], "performer": [{"family": "B"}]},
        {"issued": {"date-parts": []}},
        {"issued": {"date-parts": [[None]]}},
        {"issued": {"date-parts": [[2018, 3], [2018, 5]]}},
        {"issued": {"date-parts": [[2014], [2018]]}},
        {"issued": {"literal": "vers 1900"}},
        {"issued": 3, "accessed": "hier"},
        {"custom": {"a": [1]}, "volume": {"b": 1}, "edition": "9" * 400},
        {"language": 3, "page": None, "title": ""},
        {"title": "a" * 50_000},
        {"type": "no-such-type"},
    ],
    ids=str,
)
def test_junk_in_an_item_fails_no_page(junk):
    for style in ("iso690", "apa"):
        for language in ("fr", "en"):
            assert one({**BOOK, **junk}, style, language)


def test_an_item_that_the_processor_fails_on_is_written_plainly(monkeypatch, caplog):
    monkeypatch.setattr(formatting, "_processed", lambda *_: 1 / 0)
    with caplog.at_level(logging.ERROR):
        assert one(BOOK).startswith("Mary Parker Follett. 2018. Un monde &lt; deux &amp;")
    assert "could not be formatted" in caplog.text


def test_what_was_formatted_comes_from_the_cache_at_once(monkeypatch):
    items = [{**BOOK, "title": f"Titre {n}"} for n in range(24)]
    first = formatted(items, "iso690", "fr")
    monkeypatch.setattr(formatting, "_processed", lambda *_: pytest.fail("formatted again"))
    assert formatted(items, "iso690", "fr") == first


def test_every_reference_of_the_demonstration_has_its_title_in_both_styles(db):
    items = [page.csl() for page in ReferencePage.objects.live()]
    for style in ("iso690", "apa"):
        for item, html in zip(items, formatted(items, style, "fr"), strict=True):
            assert item["title"].split()[0].lower() in html.lower()


def test_the_style_is_in_the_address_and_nowhere_else(client, db):
    page = example(ReferencePage)
    assert "ARNSTEIN, Sherry R." in client.get(page.get_url()).content.decode()
    assert "Arnstein, S. R. (1969" in client.get(f"{page.get_url()}?style=apa").content.decode()
    html = client.get(f"{example(ReferenceIndexPage).get_url()}?style=apa").content.decode()
    assert "S. R. (1969" in html
    assert "tri=titre&amp;style=apa" in html
    assert '<input type="hidden" name="style" value="apa">' in html
    assert not client.cookies
