"""What a document says is found; whatever the file, it is saved and says what was read of it."""

import zipfile
from io import BytesIO, StringIO

import docx
import odfdo
import pytest
import typst
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from community.media.document_text import archives, keeping, reading
from community.models import CommunityDocument, DocumentText

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]
Outcome = DocumentText.Outcome

LOCKED_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"3 0 obj<</Filter/Standard/V 1/R 2/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")/P -4>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[(a)(a)]/Size 4>>\n%%EOF"
)


def pdf(text: str) -> bytes:
    return typst.compile(text.encode())


def word(text: str, header: str = "", cell: str = "") -> bytes:
    """A Word file whose first word is written in two runs."""
    document, file = docx.Document(), BytesIO()
    document.add_paragraph(text[:3]).add_run(text[3:])
    document.add_table(1, 1).cell(0, 0).text = cell
    document.sections[0].header.paragraphs[0].text = header
    document.save(file)
    return file.getvalue()


def odf(text: str, comment: str = "") -> bytes:
    document, file = odfdo.Document("text"), BytesIO()
    paragraph = odfdo.Paragraph(text)
    if comment:
        paragraph.insert_annotation(after=text.split()[0], body=comment, creator="Camille")
    document.body.append(paragraph)
    document.save(file)
    return file.getvalue()


def sheet(text: str) -> bytes:
    document, file = odfdo.Document("spreadsheet"), BytesIO()
    table = odfdo.Table("Feuille")
    table.set_value("B2", text)
    document.body.append(table)
    document.save(file)
    return file.getvalue()


def archive(**parts: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


def stored(content: bytes, name: str) -> CommunityDocument:
    return CommunityDocument.objects.create(title="Un guide", file=ContentFile(content, name))


def found(text: str) -> list[CommunityDocument]:
    return list(CommunityDocument.objects.search(text).get_queryset())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("g.pdf", pdf("#set page(width: 60pt)\nL’apprivoisement des zorglubs")),
        ("g.docx", word("L’apprivoisement", header="des", cell="zorglubs")),
        ("g.odt", odf("L’apprivoisement des zorglubs", comment="motsecret")),
        ("g.ods", sheet("apprivoisements de zorglub")),
        ("g.TXT", "L’apprivoisement\0 des zorglubs".encode("cp1252")),
        ("g.csv", "\ufeffapprivoisement;zorglubs".encode()),
        ("g.txt", "apprivoisement zorglubs".encode("utf-16")),
    ],
    ids=["pdf", "docx", "odt", "ods", "txt", "csv", "utf-16"],
)
def test_a_document_sent_by_an_editor_is_found_by_its_text(editor, name, content):
    file = SimpleUploadedFile(name, content)
    response = editor.post(
        "/admin/documents/multiple/add/", {"title": "Un guide", "files[]": file, "collection": "1"}
    )
    document = CommunityDocument.objects.get(pk=response.json()["doc_id"])
    assert document.reading.outcome == Outcome.READ
    assert found("apprivoisé zorglub") == [document]
    assert not found("motsecret")
    page = editor.get(f"/admin/documents/edit/{document.pk}/")
    told = page.context["form"].fields["file"].help_text
    assert str(len(document.text)) in told
    assert told in page.content.decode()
    assert "zorglub" not in page.content.decode()


@pytest.mark.parametrize(
    ("name", "content", "outcome"),
    [
        ("vide.pdf", pdf("#rect()"), Outcome.EMPTY),
        ("faux.pdf", b"%PDF-1.7 rien", Outcome.DAMAGED),
        ("nul.pdf", b"", Outcome.DAMAGED),
        ("ferme.pdf", LOCKED_PDF, Outcome.LOCKED),
        ("ferme.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 99, Outcome.LOCKED),
        ("coupe.docx", word("Un texte")[:800], Outcome.DAMAGED),
        ("autre.docx", archive(a_xml=b"<a/>"), Outcome.DAMAGED),
        ("ferme.odt", archive(**{"META-INF__manifest_xml": b"<encryption-data/>"}), Outcome.LOCKED),
        ("entites.odt", archive(content_xml=b'<!DOCTYPE a [<!ENTITY b "c">]>'), Outcome.DAMAGED),
        ("octets.txt", bytes(range(256)) * 9, Outcome.READ),
        ("archive.zip", archive(a=b"a"), Outcome.OTHER),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_whatever_the_file_the_document_is_saved_and_says_what_was_read(
    editor, name, content, outcome
):
    document = stored(content, name)
    assert document.reading.outcome == outcome
    assert bool(document.text) is (outcome == Outcome.READ)
    page = editor.get(f"/admin/documents/edit/{document.pk}/")
    assert page.status_code == 200
    assert page.context["form"].fields["file"].help_text


@pytest.mark.parametrize("limit", ["MOST_PARTS", "LARGEST_OPENED", "LARGEST_XML"])
def test_a_file_that_would_fill_the_memory_is_not_opened(monkeypatch, limit):
    content = word("Un texte")
    monkeypatch.setattr(archives, limit, 5)
    monkeypatch.setattr("docx.Document", None)
    assert stored(content, "bombe.docx").reading.outcome == Outcome.TOO_LARGE


def test_a_long_text_is_cut_and_says_so(monkeypatch, editor):
    monkeypatch.setattr(reading, "LONGEST_TEXT", 2_000)
    stored(pdf("#for i in range(500) [zorglub #i #pagebreak()]"), "long.pdf")
    document = found("zorglub")[0]
    assert (document.reading.outcome, len(document.text)) == (Outcome.CUT, 2_000)
    page = editor.get(f"/admin/documents/edit/{document.pk}/")
    assert "000" in page.context["form"].fields["file"].help_text


def test_a_new_file_is_read_anew_and_nothing_is_read_twice(editor, monkeypatch):
    document = stored(odf("premier zorglub"), "un.odt")
    form = {"title": "Un autre titre", "collection": document.collection_id, "tags": ""}
    address = f"/admin/documents/edit/{document.pk}/"
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "read", None)
        assert editor.post(address, form).status_code == 302
    assert found("zorglub")[0].title == "Un autre titre"
    file = SimpleUploadedFile("deux.odt", odf("second quinquet"))
    assert editor.post(address, {**form, "file": file}).status_code == 302
    assert found("quinquet") == [document]
    assert not found("zorglub")


def test_documents_that_were_there_before_are_read_by_a_command(db):
    call_command("read_documents", stdout=StringIO())
    document = stored(odf("zorglub"), "un.odt")
    lost = stored(odf("quinquet"), "perdu.odt")
    lost.file.storage.delete(lost.file.name)
    DocumentText.objects.filter(document__in=[document, lost]).delete()
    call_command("update_index", stdout=StringIO())
    assert not found("zorglub")
    said = StringIO()
    call_command("read_documents", stdout=said)
    assert said.getvalue() == "1 documents read: 1 read.\n"
    assert found("zorglub") == [document]
    call_command("update_index", stdout=StringIO())
    assert found("zorglub") == [document]


def test_what_gives_a_document_does_not_load_its_text(db):
    stored(odf("zorglub"), "un.odt")
    with CaptureQueriesContext(connection) as captured:
        list(CommunityDocument.objects.all())
    assert not any("documenttext" in query["sql"] for query in captured)
