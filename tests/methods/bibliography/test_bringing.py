"""An editor brings references: previewed, known ones recognised, all of it or nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from methods.models import ReferenceIndexPage, ReferencePage
from tests.page_types import example

pytestmark = pytest.mark.django_db

NEW = (
    "@book{zorglub, title = {Zorglub}, author = {Franquin, André}, year = {1959},"
    " publisher = {Dupuis}}\n"
)


@pytest.fixture
def address() -> str:
    return reverse("methods_bring_references")


def known(page: ReferencePage, title: str = "") -> str:
    return (
        f"@article{{k, title = {{{title or page.title}}}, doi = {{{page.doi}}}, note = {{Vu.}}}}\n"
    )


def test_new_references_are_previewed_then_made(editor, client, address):
    before = ReferencePage.objects.count()
    preview = editor.post(address, {"text": NEW})
    assert [row["ticked"] for row in preview.context["rows"]] == [True]
    assert ReferencePage.objects.count() == before
    answer = editor.post(address, {"text": NEW, "confirm": "1", "entry": ["0"], "publish": "1"})
    assert answer.status_code == 302
    page = ReferencePage.objects.get(key="zorglub")
    assert (page.live, page.slug, page.year) == (True, "franquin-1959", 1959)
    assert "FRANQUIN, André" in client.get(page.get_url()).content.decode()


def test_without_publishing_they_are_drafts(editor, address):
    editor.post(address, {"text": NEW, "confirm": "1", "entry": ["0"]})
    assert not ReferencePage.objects.get(key="zorglub").live


def test_known_ones_are_recognised_and_completed_only_if_ticked(editor, address):
    page = example(ReferencePage)
    for text in (known(page, "Autre chose"), known(page).replace(page.doi, "")):
        if "doi = {}" in text:
            text = text.replace("k, ", "k, author = {Arnstein, S.}, year = {1969}, ")
        (row,) = editor.post(address, {"text": text}).context["rows"]
        assert (row["it"].state, row["it"].known, row["ticked"]) == ("known", page, False)
    data = {"text": known(page, "Autre chose"), "confirm": "1", "entry": ["0"], "publish": "1"}
    assert editor.post(address, data).status_code == 302
    page.refresh_from_db()
    assert (page.note, page.title) == ("Vu.", example(ReferencePage).title)


@pytest.mark.whatever_the_database
def test_twice_in_a_file_is_told(editor, address):
    rows = editor.post(address, {"text": NEW + NEW.replace("zorglub,", "z2,")}).context["rows"]
    assert [(row["it"].state, row["ticked"]) for row in rows] == [("new", True), ("twice", False)]


@pytest.mark.whatever_the_database
def test_errors_have_their_line_and_the_text_comes_back(editor, address):
    text = f"{NEW}\n@book{{b,\n title = {{x\n"
    answer = editor.post(address, {"text": text})
    assert [problem.line for problem in answer.context["reading"].problems] == [3]
    assert "title = {x" in answer.content.decode()
    answer = editor.post(address, {"text": "bonjour"})
    assert "bonjour" in answer.content.decode()
    assert answer.context["form"].non_field_errors()


def test_nothing_is_made_when_one_cannot_be(editor, address, monkeypatch):
    from methods.bibliography import bringing

    before = ReferencePage.objects.count()
    make = bringing._make

    def fail_on_the_second(item, *args):
        if item["id"] == "z2":
            raise bringing.ValidationError("Non.")
        make(item, *args)

    monkeypatch.setattr(bringing, "_make", fail_on_the_second)
    text = NEW + NEW.replace("zorglub,", "z2,").replace("Zorglub", "Autre")
    answer = editor.post(address, {"text": text, "confirm": "1", "entry": ["0", "1"]})
    assert answer.status_code == 200
    assert answer.context["reading"].problems[0].message == "Non."
    assert ReferencePage.objects.count() == before


@pytest.mark.whatever_the_database
@pytest.mark.parametrize(
    "data",
    [
        {"text": NEW, "confirm": "1"},
        {"text": NEW, "confirm": "1", "entry": ["x", "9" * 30, "-1"]},
        {"text": "\0", "confirm": "1", "entry": ["0"]},
        {"text": NEW, "index": "abc"},
        {"file": SimpleUploadedFile("a.bib", b"@book{" + b"\xff" * 3_000_000)},
        {"file": SimpleUploadedFile("a.xml", b"<a/>")},
        {"file": SimpleUploadedFile("a.bib", b"")},
    ],
    ids=["none ticked", "junk ticked", "null", "junk list", "too big", "xml", "empty"],
)
def test_junk_makes_nothing_and_says_why(editor, address, data):
    before = ReferencePage.objects.count()
    assert editor.post(address, data).status_code == 200
    assert ReferencePage.objects.count() == before


@pytest.mark.whatever_the_database
def test_a_file_in_latin_1_is_read_with_a_remark(editor, address):
    file = SimpleUploadedFile("a.bib", NEW.encode("latin-1"))
    answer = editor.post(address, {"file": file})
    assert answer.context["rows"][0]["it"].authors == "Franquin, André"
    assert answer.context["reading"].remarks
    assert "Franquin, André" in answer.context["text"]


def test_only_those_who_may_add_there(porteur, editor, address):
    assert porteur.get(address).status_code == 302
    assert porteur.post(address, {"text": NEW}).status_code == 302
    home = reverse("wagtailadmin_home")
    assert address in editor.get(home).content.decode()
    assert address not in porteur.get(home).content.decode()


@pytest.mark.whatever_the_database
def test_the_list_is_there():
    assert example(ReferenceIndexPage).get_url() == "/bibliographie/"
