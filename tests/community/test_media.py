"""Uploaded files served without a proxy: images yes, documents only through their own view."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import get_image_form

from community.media.urls import media_urls

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def stored():
    """Store some files, and give their addresses."""

    def store(name: str) -> str:
        return default_storage.url(default_storage.save(name, ContentFile(b"content")))

    return store


def test_an_image_is_shown_and_kept(client, stored):
    response = client.get(stored("images/sample.webp"))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in response["Cache-Control"]
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Content-Disposition"].startswith("inline")


@pytest.mark.parametrize("name", ["images/page.html", "images/drawing.svg", "images/noextension"])
def test_anything_else_is_saved_and_not_shown(client, stored, name):
    assert client.get(stored(name))["Content-Disposition"] == "attachment"


@pytest.mark.parametrize("way", ["", "./", "/", "//", "x/../", "%2e/", "x/%2e%2e/", "%2F"])
def test_documents_are_not_reachable_here_by_any_way(client, stored, way):
    name = Path(stored("documents/private.txt")).name
    assert client.get(f"/media/{way}documents/{name}").status_code == 404


@pytest.mark.parametrize("path", ["", "images", "images/", "../secret-key", "%2e%2e/secret-key"])
def test_folders_and_what_lies_outside_are_not_found(client, stored, settings, path):
    stored("images/sample.png")
    (Path(settings.MEDIA_ROOT).parent / "secret-key").write_text("secret")
    assert client.get(f"/media/{path}").status_code == 404
    assert b"secret" not in client.get(f"/media/{path}", follow=True).content


def test_the_address_is_absent_when_a_proxy_does_it(settings):
    settings.SERVE_MEDIA = False
    assert media_urls() == []


@pytest.mark.parametrize(
    ("name", "disposition"),
    [("sheet.csv", "attachment"), ("page.txt", "attachment"), ("leaflet.pdf", "inline")],
)
def test_documents_are_saved_except_pdf(client, name, disposition):
    document = get_document_model().objects.create(
        title="Sample", file=SimpleUploadedFile(name, b"content")
    )
    response = client.get(document.url)
    assert response.status_code == 200
    assert response.get("Content-Disposition", "inline").startswith(disposition)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"


def test_svg_is_refused_as_an_image():
    form_class = get_image_form(get_image_model())
    assert isinstance(form_class.base_fields["file"], WagtailImageField)
    upload = SimpleUploadedFile("drawing.svg", SVG, content_type="image/svg+xml")
    form = form_class({"title": "Drawing"}, {"file": upload})
    assert "file" in form.errors
