"""Every response carries the security headers; nothing personal may be kept; no idle cookie."""

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import RequestFactory

from community.security.headers import SecurityHeadersMiddleware
from community.security.policy import (
    admin_policy,
    header_value,
    permissions_value,
    public_policy,
)

pytestmark = pytest.mark.whatever_the_database

HTML = "text/html; charset=utf-8"


def answer(path="/", content_type=HTML, cookies=None, **headers):
    request = RequestFactory().get(path)
    request.COOKIES.update(cookies or {})
    inner = HttpResponse("content", content_type=content_type, headers=headers)
    return SecurityHeadersMiddleware(lambda request: inner)(request)


def directives(response):
    parts = (part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))
    return {part[0]: part[1].split() for part in parts}


def test_public_pages_allow_nothing_inline_and_nobody_else():
    policy = directives(answer("/defis/"))
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'self'"]
    assert policy["base-uri"] == ["'none'"]
    allowed = {source for sources in policy.values() for source in sources}
    assert allowed == {"'none'", "'self'", "data:"}


def test_the_admin_alone_allows_inline():
    assert directives(answer("/admin/pages/3/edit/"))["script-src"] == ["'self'", "'unsafe-inline'"]
    assert directives(answer("/administration/"))["script-src"] == ["'self'"]


def test_images_of_another_host_are_allowed_when_uploads_live_there():
    policy = public_policy("https://media.example.org")
    assert policy["img-src"] == ["'self'", "https://media.example.org", "data:"]
    assert "https://media.example.org" not in admin_policy()["img-src"]
    assert policy["script-src"] == ["'self'"]


def test_the_header_is_written_as_django_6_writes_it():
    policy = {"default-src": ["'none'"], "upgrade-insecure-requests": True, "img-src": "data:"}
    empty = {"font-src": None, "media-src": [], "block-all-mixed-content": False}
    expected = "default-src 'none'; upgrade-insecure-requests; img-src data:"
    assert header_value(policy | empty) == expected


def test_devices_are_forbidden_to_everybody():
    assert (
        permissions_value({"camera": [], "fullscreen": ["self"]}) == "camera=(), fullscreen=(self)"
    )
    assert "geolocation=()" in answer()["Permissions-Policy"]
    assert answer()["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_header_that_a_view_set_stays():
    response = answer(**{"Content-Security-Policy": "sandbox"})
    assert response["Content-Security-Policy"] == "sandbox"


def test_nothing_is_said_of_caching_to_strangers():
    assert "Cache-Control" not in answer()
    assert (
        answer(**{"Cache-Control": "public, max-age=60"})["Cache-Control"] == "public, max-age=60"
    )


@pytest.mark.parametrize("said", [{}, {"Cache-Control": "public, max-age=60"}])
def test_the_page_of_somebody_is_never_kept(settings, said):
    response = answer(cookies={settings.SESSION_COOKIE_NAME: "somebody"}, **said)
    assert response["Cache-Control"] == "private, no-store"


def test_a_picture_may_be_kept_by_somebody(settings):
    said = {"Cache-Control": "public, max-age=60"}
    cookies = {settings.SESSION_COOKIE_NAME: "somebody"}
    response = answer(content_type="image/png", cookies=cookies, **said)
    assert response["Cache-Control"] == "public, max-age=60"
    response = answer(content_type="application/pdf", cookies=cookies)
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
def test_every_kind_of_response_carries_the_headers(client):
    for path in (
        "/healthz",
        "/robots.txt",
        "/nowhere/",
        "/admin/",
        "/sitemap.xml",
        "/media/none.png",
    ):
        response = client.get(path)
        for name, value in {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "X-Frame-Options": "DENY",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }.items():
            assert response[name] == value, path
        assert "default-src 'none'" in response["Content-Security-Policy"], path
        assert "camera=()" in response["Permissions-Policy"], path


def test_the_redirect_to_https_carries_them(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/defis/")
    assert (response.status_code, response["Location"]) == (301, "https://testserver/defis/")
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]


@pytest.mark.django_db
def test_static_files_carry_them_too(client):
    response = client.get("/static/community/css/base.css")
    assert response.status_code == 200
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "Cache-Control" in response
    assert "no-store" not in response["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/recherche/?q=eau", "/nowhere/", "/robots.txt"])
def test_strangers_get_no_cookie(client, path):
    assert not client.get(path, follow=True).cookies
    assert not client.cookies


@pytest.mark.django_db
def test_people_who_signed_in_get_pages_that_are_not_kept(client):
    client.force_login(get_user_model().objects.create_superuser("a@example.org", "x" * 20))
    for path in ("/", "/admin/", "/recherche/?q=eau"):
        assert "no-store" in client.get(path)["Cache-Control"], path
