"""The pages of the composer, as a browser without JavaScript uses them."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.urls import reverse

from methods.composer.query import LONGEST_QUERY, Saved, read_plan
from methods.models import Family, MethodPage, MethodRole, RolePage
from tests.junk import JUNK, check, query_of
from tests.page_types import example
from tests.queries import queries

from .facts import wish

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

WISH = {"duree": "2 h", "personnes": "12", "famille": "understand", "lieu": "on_site"}
PAGES = ("composer", "run_sheet", "timer")
MOST_QUERIES = 10


@pytest.fixture
def compose(client):
    """Ask for a session; return the address it got."""

    def ask(**changes: str) -> str:
        response = client.get("/composer/", {**WISH, **changes})
        assert response.status_code == 303
        return response["Location"].split("#")[0]

    return ask


def pairs(address: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(address).query, keep_blank_values=True)


def items(address: str):
    lists: dict[str, list[str]] = {}
    for name, value in pairs(address):
        lists.setdefault(name, []).append(value)
    return read_plan(Saved(lists), wish()).items


def act(client, address: str, order: str, **fields: str):
    """Press a button of the session at ``address``; return the answer."""
    body = urlencode([*pairs(address), ("faire", order), *fields.items()])
    return client.post("/composer/", body, content_type="application/x-www-form-urlencoded")


def test_a_wish_gives_a_session_of_that_length_at_an_address(compose, client):
    address = compose()
    found = items(address)
    assert sum(item.minutes for item in found) == 120
    assert "pause" in [item.kind.value for item in found]
    response = client.get(address)
    assert response.context["plan"].missing == 0
    assert address == compose()


def test_every_button_leads_to_the_address_of_another_session(compose, client):
    address = compose()
    before = items(address)
    up = act(client, address, "monter.2")
    assert up.status_code == 303
    assert up["Location"].endswith("#piece-1")
    assert items(up["Location"].split("#")[0])[1] == before[2]
    other = re.search(r'value="(remplacer\.1\.[^"]+)"', client.get(address).content.decode())
    swapped = items(act(client, address, other[1])["Location"].split("#")[0])
    assert swapped[1].method == other[1].split(".")[2]
    assert [item.minutes for item in swapped] == [item.minutes for item in before]


def test_the_buttons_are_also_addresses(compose, client):
    response = client.get(compose() + "&faire=retirer.1")
    assert response.status_code == 303
    assert "faire" not in response["Location"]


def test_what_is_typed_stays_whatever_button_is_pressed(compose, client):
    address = compose()
    answer = act(client, address, "descendre.0", n1="Des feutres\nverts", t1="Le titre", m1="33")
    moved = items(answer["Location"].split("#")[0])
    assert (moved[0].note, moved[0].title, moved[0].minutes) == (
        "Des feutres\nverts",
        "Le titre",
        33,
    )


def test_a_changed_length_is_said_and_can_be_put_right(compose, client):
    address = act(client, compose(), "maj", m1="5")["Location"].split("#")[0]
    html = client.get(address).content.decode()
    assert 'value="ajuster"' in html
    adjusted = act(client, address, "ajuster")["Location"].split("#")[0]
    assert sum(item.minutes for item in items(adjusted)) == 120
    assert 'value="ajuster"' not in client.get(adjusted).content.decode()


def test_composing_anew_keeps_what_is_locked(compose, client):
    locked = act(client, compose(), "verrouiller.2")["Location"].split("#")[0]
    kept = items(locked)[2]
    again = act(client, locked, "recomposer", duree="180")["Location"].split("#")[0]
    assert kept.locked
    assert kept in items(again)
    assert sum(item.minutes for item in items(again)) == 180


def test_a_session_too_long_for_an_address_goes_on_from_form_to_form(compose, client):
    address = compose()
    notes = {f"n{place}": f"{place} " + "é" * 750 for place in range(len(items(address)))}
    answer = act(client, address, "maj", **notes)
    assert answer.status_code == 200
    assert len(answer.context["desk"].query) > LONGEST_QUERY
    html = answer.content.decode()
    assert all(words in html for words in notes.values())
    body = urlencode([*pairs(address), *notes.items()])
    for page in ("run_sheet", "timer"):
        sheet = client.post(
            reverse(f"methods:{page}"), body, content_type="application/x-www-form-urlencoded"
        )
        assert sheet.status_code == 200
        assert notes["n1"] in sheet.content.decode()


def test_a_wish_that_is_not_understood_is_said_and_nothing_is_lost(compose, client):
    response = client.get("/composer/", {**WISH, "duree": "toute la vie"})
    assert response.status_code == 200
    assert "toute la vie" in response.content.decode()
    answer = act(client, compose(), "maj", personnes="beaucoup", n1="Ma note")
    assert answer.status_code == 200
    assert "beaucoup" in answer.content.decode()
    assert "Ma note" in answer.content.decode()


def test_a_link_from_a_method_brings_it_in(client):
    method = example(MethodPage)
    page = client.get("/composer/", {"methode": method.slug})
    assert page.context["form"].initial["famille"] == method.family
    assert method.title in page.content.decode()
    response = client.get("/composer/", {**WISH, "methode": method.slug})
    kept = [item for item in items(response["Location"].split("#")[0]) if item.locked]
    assert [item.method for item in kept] == [method.slug]


def test_a_method_is_found_by_its_name(compose, client):
    method = example(MethodPage)
    page = client.get(compose(famille="testing") + f"&chercher={method.title.upper()[:8]}")
    assert f"ajouter.{method.slug}" in page.content.decode()
    assert "zorglub" in client.get(compose() + "&chercher=zorglub").content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_a_method_that_is_hidden_shows_nowhere(name, client):
    method = example(MethodPage)
    method.title = "Le zorglub"
    method.save_revision().publish()
    address = f"{reverse(f'methods:{name}')}?e=methode.30.{method.slug}&{urlencode(WISH)}"
    assert "Le zorglub" in client.get(address).content.decode()
    method.unpublish()
    html = client.get(address).content.decode()
    assert "Le zorglub" not in html
    assert "30" in html


def test_groups_material_and_roles_are_counted(client):
    method, role = example(MethodPage), example(RolePage)
    method.steps = [("step", {"title": "Parler", "grouping": "groups", "size": 4, "minutes": 9})]
    method.materials = [("material", {"item": "Feutre", "quantity": 2, "per": "person"})]
    method.method_roles.add(MethodRole(role=role, number=1))
    method.save_revision().publish()
    address = (
        f"/composer/deroule/?e=methode.30.{method.slug}&{urlencode({**WISH, 'personnes': 13})}"
    )
    html = client.get(address).content.decode()
    assert "2 × 4 + 1 × 5" in html
    assert "Feutre</span>&nbsp;× 26" in html
    assert role.title in html
    role.unpublish()
    assert role.title not in client.get(address).content.decode()


def test_queries_are_few_and_do_not_grow_with_the_toolbox(compose, client):
    composed = compose()
    addresses = [composed.replace("/composer/", reverse(f"methods:{name}")) for name in PAGES]
    before = {address: queries(client, address) for address in addresses}
    assert max(before.values()) <= MOST_QUERIES
    method = example(MethodPage)
    for number in range(12):
        method.copy(update_attrs={"slug": f"copie-{number}", "title": f"Copie {number}"})
    assert {address: queries(client, address) for address in addresses} == before


def test_visitors_get_no_cookie(compose, client):
    address = compose()
    act(client, address, "maj")
    assert not client.cookies


@pytest.mark.parametrize("junk", JUNK)
@pytest.mark.parametrize("name", PAGES)
def test_junk(name, junk, client):
    address, typed = reverse(f"methods:{name}"), "application/x-www-form-urlencoded"
    wished = ["duree", "personnes", "famille", "lieu", "difficulte", "variante"]
    others = [
        "debut",
        "titre",
        "e",
        "n0",
        "t0",
        "m1",
        "v",
        "seance",
        "chercher",
        "methode",
        "faire",
    ]
    check(client.get(f"{address}?{query_of([*wished, *others], JUNK[junk])}"))
    session = f"e=pause.10&e=methode.20.cinq-pourquoi&{query_of(others, JUNK[junk])}"
    check(client.get(f"{address}?{session}&{urlencode(WISH)}"))
    check(client.post(address, f"{session}&{urlencode(WISH)}", typed))
    check(client.post(address, f"{session}&{query_of(wished, JUNK[junk])}", typed))


def test_every_aim_finds_something_in_the_toolbox(compose):
    for family in Family.values:
        assert [item for item in items(compose(famille=family)) if item.method]


def test_in_english(client):
    response = client.get("/en/composer/", WISH)
    assert response["Location"].startswith("/en/composer/?")
    assert client.get(response["Location"]).status_code == 200
