"""/healthz tells the truth about the database and its schema; /robots.txt guides robots."""

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from community.health import views

pytestmark = pytest.mark.django_db


def test_a_sound_site_answers_200_and_is_never_cached(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "database": "ok", "migrations": "ok"}
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


def test_a_missing_migration_answers_503(client):
    MigrationRecorder(connection).record_unapplied(*sorted(views.latest_migrations())[-1])
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["migrations"] == "missing"


def test_a_database_that_does_not_answer_gives_503_and_no_detail(client, monkeypatch):
    def refuse(self):
        raise OperationalError("password authentication failed for user secret")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", refuse)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["database"] == "unreachable"
    assert b"secret" not in response.content


def test_the_check_is_cheap_and_asks_for_no_session(client, django_assert_max_num_queries):
    views.latest_migrations()
    client.cookies["sessionid"] = "somebody"
    with django_assert_max_num_queries(2):
        client.get("/healthz")


def test_what_it_waits_for_is_what_migrate_applies():
    call_command("migrate", check_unapplied=True, verbosity=0)
    applied = set(MigrationRecorder(connection).applied_migrations())
    assert views.latest_migrations() <= applied


def test_only_reading_is_allowed(client):
    assert client.post("/healthz").status_code == 405
    assert client.head("/healthz").status_code == 200


def test_robots_are_kept_out_of_the_admin_and_shown_the_map(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /admin/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines
