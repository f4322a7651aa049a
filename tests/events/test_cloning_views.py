"""Preparing the next edition in the administration: a pasted table, a preview, the drafts."""

import re

import pytest
from django.urls import reverse

from events.cloning.table import read_table
from events.coordination.groups import coordinators_group
from events.models import CampusPage, EditionCloning, EditionPage, PublishedSlot, Slot
from tests.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

TABLE = """Région\tVille\tFuseau horaire\tCoordination
Bretagne\tRennes\t\tPORTEUR@maillage.example
La Réunion\tSaint-Denis\t\t
Nouvelle-Calédonie\tNouméa\theure de Nouméa\t
"""


@pytest.fixture
def old() -> EditionPage:
    return EditionPage.objects.get(year=2018, locale__language_code="fr")


def address(name: str, edition: EditionPage) -> str:
    return reverse(f"events_{name}", args=[edition.pk])


def typed(client, old: EditionPage, **changes) -> dict[str, str]:
    """What the form holds when it opens, as a browser sends it, with ``changes``."""
    form = client.get(address("clone", old)).context["form"]
    data = {field.html_name: field.value() for field in form}
    data = {name: "on" if value is True else value for name, value in data.items()}
    data = {name: str(value) for name, value in data.items() if value not in (None, False)}
    return {**data, "slug": "2030", "year": "2030", **changes}


def test_each_line_is_read_as_people_write_them_or_says_what_is_wrong(account):
    email = account("porteur").email
    rows = read_table(
        f"Guadeloupe;Pointe-à-Pitre;;{email.upper()}\n"
        ";Iași;\n"
        "\n"
        "Lyon\n"
        "Bretagne;Brest;Réunion time\n"
        ";Mamoudzou;indian/mayotte;\n"
        "Bretagne;;;\n"
        ";BREST;;\n"
        ";Dole;heure de Mars;inconnu@maillage.example;trop\n"
    )
    found = [(row.line, row.title, row.zone_said or row.zone_guessed) for row in rows]
    assert found == [
        (1, "Pointe-à-Pitre", "America/Guadeloupe"),
        (2, "Iași", "Europe/Bucharest"),
        (4, "Lyon", "Europe/Paris"),
        (5, "Brest", "Indian/Reunion"),
        (6, "Mamoudzou", "Indian/Mayotte"),
        (7, "Bretagne", "Europe/Paris"),
        (8, "BREST", "Europe/Paris"),
        (9, "Dole", "Europe/Paris"),
    ]
    assert rows[0].coordinator == account("porteur")
    assert rows[2].territory.name == "Lyon"
    assert [len(row.errors) for row in rows] == [0, 0, 0, 0, 0, 0, 1, 3]
    commas = read_table('ville,zone\n"Sens, Yonne",Europe/Paris\nVitré')
    assert [row.title for row in commas] == ["Sens, Yonne", "Vitré"]
    assert read_table("") == read_table("\n \t\n") == []


def test_an_editor_previews_makes_checks_and_undoes_it(editor, old, account):
    page = editor.get(reverse("wagtailadmin_explore", args=[old.pk])).content.decode()
    assert address("clone", old) in page
    reunion = CampusPage.objects.child_of(old).get(slug="la-reunion")
    rennes = CampusPage.objects.child_of(old).get(slug="rennes")
    data = typed(editor, old, table=TABLE, model=str(rennes.pk))
    for site in CampusPage.objects.child_of(old).exclude(pk=reunion.pk):
        del data[f"keep-{site.pk}"]
    data[f"name-{reunion.pk}"] = "Saint-Denis"
    editions = EditionPage.objects.count()
    preview = editor.post(address("clone", old), data)
    sites = preview.context["plan"].sites
    shown = [(one.title, one.time_zone, one.old, one.model) for one in sites]
    assert shown == [
        ("Rennes", "Europe/Paris", rennes, None),
        ("Saint-Denis", "Indian/Reunion", reunion, None),
        ("Nouméa", "Pacific/Noumea", None, rennes),
    ]
    assert EditionPage.objects.count() == editions

    made = editor.post(address("clone", old), {**data, "confirm": "1"})
    new = EditionPage.objects.get(slug="2030")
    assert made["Location"] == address("preflight", new)
    again = editor.post(address("clone", old), {**data, "confirm": "1"})
    assert again["Location"] == made["Location"]
    assert EditionPage.objects.count() == editions + 1
    campus = CampusPage.objects.child_of(new).get(slug="rennes")
    assert account("porteur") in coordinators_group(campus).user_set.all()
    origin = Slot.objects.get(session__in=new.get_children(), origin=None)
    assert origin.relays.count() == 2

    found = editor.get(made["Location"])
    html = found.content.decode()
    for site in CampusPage.objects.child_of(new):
        assert reverse("wagtailadmin_pages:edit", args=[site.pk]) in html
    edition, first, second, _third = found.context["groups"]
    assert edition.ready and first.ready
    coordination = reverse("events_coordination", args=[second.page.pk])
    assert coordination in [lack.url for lack in second.lacks]
    assert reverse("events_coordination", args=[first.page.pk]) not in html
    assert account("porteur").email not in html

    listed = editor.get(address("undo_clone", new))
    assert set(listed.context["pages"]) == set(new.get_descendants(inclusive=True))
    assert editor.get(address("undo_clone", old)).status_code == 404
    gone = editor.post(address("undo_clone", new))
    assert gone["Location"] == reverse("wagtailadmin_pages:edit", args=[old.pk])
    assert not EditionPage.objects.filter(slug="2030").exists()
    assert editor.post(address("undo_clone", new)).status_code == 404


def test_what_is_ready_is_published_once_it_was_read(editor, old):
    keep = {"table": "Brest\nDreux", "sessions": "", "confirm": "1"}
    data = typed(editor, old, **keep)
    data = {name: value for name, value in data.items() if not name.startswith("keep-") and value}
    editor.post(address("clone", old), data)
    new = EditionPage.objects.get(slug="2030")
    brest, dreux = CampusPage.objects.child_of(new).order_by("path")
    dreux.starts_on = None
    dreux.save_revision()
    read = editor.get(address("publish_ready", new))
    assert [page.pk for page in read.context["ready"]] == [new.pk, brest.pk]
    new.refresh_from_db()
    assert not new.live
    editor.post(address("publish_ready", new))
    live = new.get_descendants(inclusive=True).filter(live=True)
    assert set(live.values_list("pk", flat=True)) == {new.pk, brest.pk}
    refused = editor.post(address("undo_clone", new))
    assert len(refused.context["reasons"]) == 3
    assert "Dreux" in refused.content.decode()


def test_what_cannot_be_made_is_told_and_nothing_typed_is_lost(editor, old):
    before = EditionPage.objects.count()
    taken = EditionPage.objects.get(year=2019).slug
    junk = [
        {"slug": taken},
        {"slug": "a b"},
        {"year": "9" * 40},
        {"first_day": "0000-99-99"},
        {"first_day": "9999-12-31"},
        {"title": "\0"},
        {"title": "T" * 300},
        {"table": "Brest;;;personne\nDreux;;;"},
        {"table": "\0"},
        {"table": "x\n" * 3},
        {"table": "\n".join(f"Ville {number}" for number in range(200))},
        {"table": "a" * 60_000},
        {"model": "9" * 40},
        {"token": "x"},
    ]
    for changes in junk:
        data = typed(editor, old, **{"table": "Brest", **changes}, confirm="1")
        response = editor.post(address("clone", old), data)
        assert response.status_code == 200, changes
        assert response.context["form"].errors, changes
        if "\0" not in data["title"]:
            value = re.escape(data["title"])
            assert re.search(value, response.content.decode()), changes
    assert EditionPage.objects.count() == before
    assert not EditionCloning.objects.exists()
    for name in ("clone", "preflight", "publish_ready", "undo_clone"):
        for key in (10**6, 10**40):
            assert editor.get(reverse(f"events_{name}", args=[key])).status_code == 404


def test_only_those_who_may_add_editions_prepare_one(signed_in, client, old):
    for role in ("porteur", "campus"):
        who = signed_in(role)
        for name in ("clone", "preflight", "publish_ready", "undo_clone"):
            for response in (who.get(address(name, old)), who.post(address(name, old))):
                assert response.status_code == 302
                assert response["Location"] == reverse("wagtailadmin_home")
    assert client.get(address("clone", old)).status_code == 302


def test_preflight_asks_as_much_for_many_sites(editor, old):
    where = address("preflight", EditionPage.objects.get(year=2019))
    editor.get(where)
    assert queries(editor, where) <= queries(editor, address("preflight", old))


def test_the_demonstration_has_thirteen_sites_in_2019_that_say_what_they_are(client):
    edition = EditionPage.objects.get(year=2019)
    sites = CampusPage.objects.child_of(edition).live()
    assert sites.count() == 13
    assert not sites.filter(fictional=False).exists()
    assert all("exemple fictif" in site.summary for site in sites)
    html = client.get(f"{edition.get_url()}programme/").content.decode()
    assert "Territoires apprenants : la plénière" in html
    assert PublishedSlot.objects.filter(campus__in=sites, withdrawn=False).count() == 13
