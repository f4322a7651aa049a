"""Downloads are counted without telling anybody from anybody; PDFs show their first page."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image
from pypdfium2 import PdfDocument

from community.models import CommunityDocument, DownloadCount

pytestmark = pytest.mark.django_db
BROWSER = "Mozilla/5.0 (Android 15; Mobile) Firefox/140.0"


def pdf(width: int = 210, height: int = 297, pages: int = 2) -> bytes:
    file = BytesIO()
    document = PdfDocument.new()
    for _page in range(pages):
        document.new_page(width, height)
    document.save(file)
    return file.getvalue()


def stored(content: bytes, name: str = "guide.pdf") -> CommunityDocument:
    return CommunityDocument.objects.create(
        title="Un guide", file=ContentFile(content, name), file_size=len(content)
    )


@pytest.fixture
def document(db):
    return stored(b"a;b\n", "liste.csv")


def counted(document) -> list[int]:
    return list(DownloadCount.objects.filter(document=document).values_list("number", flat=True))


def test_each_download_of_a_day_adds_one_to_one_number(client, document):
    for _time in range(3):
        assert client.get(document.url, headers={"user-agent": BROWSER}).status_code == 200
    assert counted(document) == [3]


@pytest.mark.parametrize(
    "headers",
    [
        {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"user-agent": "curl/8.5.0"},
        {"user-agent": BROWSER, "range": "bytes=65536-131071"},
    ],
)
def test_robots_and_further_pieces_of_a_file_do_not_count(client, document, headers):
    client.get(document.url, headers=headers)
    assert counted(document) == []


def test_neither_do_looks_at_the_headers_nor_the_people_who_run_the_site(client, editor, document):
    client.head(document.url, headers={"user-agent": BROWSER})
    editor.get(document.url, headers={"user-agent": BROWSER})
    assert counted(document) == []


def test_a_count_knows_a_document_a_day_and_a_number_and_no_more(db):
    fields = {field.name for field in DownloadCount._meta.get_fields()}
    assert fields == {"id", "document", "day", "number"}


def test_editors_read_which_documents_are_asked_for(client, editor, porteur, document):
    client.get(document.url, headers={"user-agent": BROWSER})
    page = editor.get("/admin/reports/downloads/")
    assert page.context["object_list"][0] == document
    assert page.context["object_list"][0].downloads == 1
    assert "liste" in editor.get("/admin/reports/downloads/?export=csv").getvalue().decode()
    assert document not in porteur.get("/admin/reports/downloads/").context["object_list"]


@pytest.mark.whatever_the_database
def test_a_pdf_shows_its_first_page(db):
    document = stored(pdf())
    assert document.first_page.name.startswith("first_pages/")
    with document.first_page.open("rb") as file:
        assert Image.open(file).size == (480, document.first_page_height)
    assert CommunityDocument.objects.get(pk=document.pk).first_page == document.first_page.name
    assert "guide" not in document.first_page.name


@pytest.mark.whatever_the_database
def test_a_new_file_is_drawn_anew_and_the_old_picture_goes(db):
    document = stored(pdf())
    old = document.first_page.name
    document.title = "Le même guide"
    document.save()
    assert document.first_page.name == old
    document.file.save("autre.pdf", ContentFile(pdf(300, 300)), save=False)
    document.file_hash = ""
    document.save()
    assert document.first_page.name != old
    assert document.first_page_height == 480
    assert not default_storage.exists(old)
    kept = document.first_page.name
    document.delete()
    assert not default_storage.exists(kept)


@pytest.mark.whatever_the_database
@pytest.mark.parametrize("content", ["", "%PDF-1.7 damaged", "\0" * 100])
def test_a_damaged_pdf_has_no_picture_and_breaks_nothing(content, db):
    assert not stored(content.encode()).first_page


@pytest.mark.whatever_the_database
def test_a_pdf_cut_short_has_no_picture_either(db):
    assert not stored(pdf()[:200]).first_page


@pytest.mark.whatever_the_database
def test_a_page_a_kilometre_long_is_cut(db):
    assert stored(pdf(10, 14_000)).first_page_height == 960
