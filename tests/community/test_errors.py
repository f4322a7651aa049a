"""Errors are pages of the site, in its language, given by the real handlers with DEBUG off."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/nulle-part/", "Erreur 404"),
        ("/defis/nulle-part/", "Erreur 404"),
        ("/en/nowhere/", "Error 404"),
    ],
)
def test_what_is_not_there_says_so_and_helps(address, told, client, settings):
    assert settings.DEBUG is False
    response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 404
    assert told in html
    assert '<meta name="robots" content="noindex">' in html
    assert 'role="search"' in html
    assert 'href="/"' in html or 'href="/en/"' in html


def test_a_404_does_not_give_back_what_was_asked(client):
    html = client.get("/<script>alert(1)</script>/").content.decode()
    assert "alert(1)" not in html


def test_a_failure_gives_a_page_that_needs_nothing(client, monkeypatch):
    """Neither database, nor session, nor translation."""

    def fail(*args):
        raise RuntimeError("secret of the database")

    monkeypatch.setattr("community.search.page.views.Answer", fail)
    client.raise_request_exception = False
    for address, language, told in (
        ("/recherche/?q=eau", "fr", "Erreur 500"),
        ("/en/recherche/?q=water", "en", "Error 500"),
    ):
        response = client.get(address)
        html = response.content.decode()
        assert response.status_code == 500
        assert told in html
        assert f'<html lang="{language}"' in html
        assert "secret of the database" not in html
        assert "Traceback" not in html


def test_a_refusal_is_a_page_too():
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/admin/login/", {"username": "a", "password": "b"})
    assert response.status_code == 403
    assert "lang=" in response.content.decode()


def test_an_unknown_host_gets_nothing(client):
    response = client.get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()
