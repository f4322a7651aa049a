"""Nothing is lost between a file, a page and a file; what is broken is told by its line."""

import json
from typing import Any

import pytest
import rispy

from methods.bibliography.exchange import read, write
from methods.bibliography.exchange.reading import LONGEST, Unreadable, decoded
from methods.bibliography.items import fields_of, item_of
from methods.models import ReferencePage

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

BIBTEX = r"""
% A comment, and a string.
@string{seuil = "Seuil"}
@book{dupont:2018,
  author = {de La Tour, Anne and {Minist\`ere de l'Int\'erieur} and Doe, Jr, John and others},
  title = {Le {RGAA} \& l'\'economie : 50 % d'effort},
  publisher = seuil, address = {Paris}, year = 2018, month = may, edition = {2},
  isbn = {978-2-07-036002-4}, keywords = {droit, num{\'e}rique}, shelf = {B_12},
  url = {https://example.org/a_b?c=1&d=2}, language = {french}
}
@InProceedings{x, title = {Actes $x_2$}, booktitle = {Colloque}, pages = {1--9},
  crossref = {y}, date = {2019-02-03/2019-02-05}, file = {:C$\backslash$:/a.pdf:pdf}}
@techreport{z, title = {Rapport}, institution = {Ici}, publisher = {Là}, year = {s. d.}}
"""
RIS = """TY  - JOUR
AU  - Follett, Mary Parker
AU  - Académie des sciences
A4  - Petit, Luc, Jr
TI  - Un titre
 qui continue
T2  - Une revue
PY  - 2001
DA  - 2001/03/04/
SP  - 12
EP  - 20
KW  - un, deux
KW  - trois
UR  - https://example.org/1
UR  - https://example.org/2
SN  - 0317-8471
M2  - autre
ID  - follett
ER  -
"""
ITEMS = [
    {
        "id": "a",
        "type": "book",
        "title": "Un titre " + "très " * 80 + "long",
        "author": [{"family": "A", "given": "B", "comma-suffix": True}, {"literal": "C, D & E"}],
        "performer": [{"family": "P"}],
        "issued": {"date-parts": [["2013", "5"]], "season": 2},
        "original-date": {"literal": "vers 1900"},
        "accessed": {"date-parts": [[2024, 1, 31]]},
        "ISBN": "1234 5678",
        "DOI": "https://doi.org/10.1000/182",
        "volume": 3,
        "event": "Ici",
        "custom": {"mine": [1, {"two": None}]},
        "unheard-of": {"kept": True},
    },
    {"id": "b", "type": "motion_picture", "title": "<i>M</i>", "language": "fr-FR"},
]


def through_a_page(item: dict[str, Any]) -> dict[str, Any]:
    page = ReferencePage(**fields_of(item, ReferencePage), slug="une-reference")
    page.full_clean(
        exclude=["path", "depth", "url_path", "locale", "content_type", "latest_revision"]
    )
    return item_of(page)


def without_custom(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name != "custom"}


@pytest.mark.parametrize(("ending", "text"), [("bib", BIBTEX), ("ris", RIS)])
def test_a_file_comes_back_as_it_was(ending, text):
    reading = read(text)
    assert not reading.problems
    pages = [through_a_page(entry.item) for entry in reading.entries]
    assert [without_custom(i) for i in pages] == [without_custom(e.item) for e in reading.entries]
    again = write(ending, pages)
    assert [entry.item for entry in read(again).entries] == [
        entry.item for entry in reading.entries
    ]
    assert write(ending, [through_a_page(e.item) for e in read(again).entries]) == again


def test_csl_json_keeps_every_variable():
    text = json.dumps(ITEMS)
    pages = [through_a_page(entry.item) for entry in read(text).entries]
    first = {**ITEMS[0], "DOI": "10.1000/182", "volume": "3", "event-title": "Ici"}
    del first["event"]
    assert pages == [first, ITEMS[1]]
    assert [entry.item for entry in read(write("json", pages)).entries] == pages


def test_what_only_bibtex_has_is_written_again():
    text = write("bib", [through_a_page(entry.item) for entry in read(BIBTEX).entries])
    for kept in ("shelf = {B_12}", "{RGAA}", "and others", "crossref = {y}", "@inproceedings{x,"):
        assert kept in text
    assert "month = may," in text


def test_what_an_editor_changed_is_not_overruled_by_what_was_kept():
    item = {**through_a_page(read(BIBTEX).entries[0].item), "title": "Un autre"}
    assert "title = {Un autre}" in write("bib", [item])


def test_other_formats_get_what_they_can_hold():
    items = [through_a_page(entry.item) for entry in read(BIBTEX).entries]
    (book, paper, report) = rispy.loads(write("ris", items))
    assert book["type_of_reference"] == "BOOK"
    assert book["authors"][0] == "de La Tour, Anne"
    assert paper["type_of_reference"] == "CPAPER"
    assert report["year"] == "s. d."
    assert "\r\nER  - \r\n" in write("ris", items)
    assert "1." not in write("ris", items).splitlines()


def test_special_characters_are_escaped_and_keys_are_unique():
    item = {"id": "a b{c", "type": "book", "title": r"100 % {a} & b_c ~ ^ \d #1 $2"}
    text = write("bib", [item, item])
    assert [entry.item["title"] for entry in read(text).entries] == [item["title"]] * 2
    assert [entry.item["id"] for entry in read(text).entries] == ["a_b_c", "a_b_c-2"]


def test_a_broken_entry_is_told_by_its_line_and_leaves_the_others():
    text = "@book{a,\n title={x}\n}\n\n@book{b,\n title={y\n}\n@book{c, title={z}}\n"
    reading = read(text)
    assert [entry.item["title"] for entry in reading.entries] == ["x", "z"]
    assert [problem.line for problem in reading.problems] == [5]
    reading = read("TY  - BOOK\nTI  - a\nER  - \nTY  - BOOK\nTI  - b\n")
    assert ([e.item["title"] for e in reading.entries], reading.problems[0].line) == (["a"], 4)
    reading = read('[\n{"type": "book", "title": "a"},\n{"type": "book",,}\n]')
    assert (len(reading.entries), reading.problems[0].line) == (1, 3)


HOSTILE = {
    "null": "@book{a\0}",
    "xml": "<?xml version='1.0'?><a/>",
    "words": "bonjour",
    "nothing": " \n",
    "long": "@book{" + "a" * LONGEST,
    "braces": "@book{a, title={" + "{" * 50_000,
    "nested": "@book{a, title={" + "{" * 9_000 + "}" * 9_000 + "}}",
    "latex": "@book{a, title={" + r"\begin{a}" * 2_000 + "}}",
    "lines": "TY  - BOOK\n" * 5_000,
    "arrays": '[{"a":' * 20_000,
    "digits": '[{"type":"book","volume":' + "9" * 20_000 + "}]",
    "infinite": '[{"type":"book","title":"a","volume":1e999}]',
    "half": '[{"type":"book","title":"\\ud800"}]',
    "json null": '[{"type":"book","title":"a\\u0000"}]',
    "names": '[{"type":"book","title":"a","author":["b"]}]',
    "others": '["a", 1, null, {"type": "x"}]',
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_with_words(kind):
    try:
        reading = read(HOSTILE[kind])
    except Unreadable as refusal:
        assert str(refusal)
    else:
        assert not reading.entries
        assert reading.problems


def test_a_file_that_is_not_in_utf_8_is_read_with_a_remark():
    assert decoded("é".encode()) == ("é", "")
    text, remark = decoded("é".encode("latin-1"))
    assert text == "é"
    assert remark
    assert decoded("é".encode("utf-16"))[0] == "é"
