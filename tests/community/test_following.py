"""Asking to follow, confirming, choosing, stopping: without an account, and without a trace."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from community.following import personal
from community.following.asking import MOST_WAITING, purge
from community.following.digests import request_of_anybody
from community.following.forms import guard
from community.following.tokens import confirm_token, manage_token, to_confirm
from community.models import Follow, Follower, Message, Territory, Theme
from community.space.erasing import erase
from community.space.export import export_of
from defis.models import DefiPage
from events.models import CampusPage
from tests.community.following import ADDRESS, address_of, answers, follow, follower, links, written
from tests.junk import JUNK, check
from tests.page_types import example

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.fixture(autouse=True)
def shown_a_while_ago(monkeypatch) -> None:
    monkeypatch.setattr(guard, "least_seconds", -1)


@pytest.fixture
def browser() -> Client:
    """A browser of which Django asks for its token wherever it is needed."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def address(db) -> str:
    return address_of(example(DefiPage))


def test_the_whole_journey(address, browser):
    """Ask, confirm, change, stop: each GET changes nothing, no cookie is given."""
    page = browser.get(example(DefiPage).get_url()).content.decode()
    assert f'href="{address}"' in page
    assert f'href="{address}flux/"' in page
    assert browser.get(address).status_code == 200
    asked = browser.post(address, answers(address, address="Camille@Example.ORG"))
    assert asked["Location"] == f"{address}merci/"
    assert browser.get(asked["Location"]).status_code == 200
    [message] = written()
    assert message.address == ADDRESS
    assert " ".join(example(DefiPage).title.split()) in " ".join(message.text.split())
    made = Follow.objects.get()
    assert made.confirmed_at is None

    confirm = links(message.text)["confirmer"]
    for _prefetched in range(2):
        page = browser.get(confirm)
        assert BeautifulSoup(page.content, "html.parser").select("main form[method=post] button")
        assert page["Referrer-Policy"] == "no-referrer"
        assert "no-store" in page["Cache-Control"]
    assert Follow.objects.get().confirmed_at is None
    for _again in range(2):
        assert browser.post(confirm).status_code == 200
    made = Follow.objects.get()
    assert made.confirmed_at
    assert (made.rhythm, made.follower.language) == ("weekly", "fr")

    manage = f"/suivre/gerer/{manage_token(follower())}/"
    stop = manage.replace("gerer", "arreter")
    for url in (manage, f"{manage}?do=stop_all", f"{manage}?arrete", stop):
        page = browser.get(url)
        assert page.status_code == 200
        assert ADDRESS in page.content.decode()
    assert Follow.objects.get() == made
    changed = browser.post(manage, {"follow": made.pk, "rhythm": "daily", "do": "change"})
    assert changed.status_code == 302
    assert Follow.objects.get().rhythm == "daily"
    browser.post(manage, {"follow": made.pk, "do": "stop"})
    assert not Follower.objects.exists()
    assert not Message.objects.exists()
    assert not browser.cookies


def test_one_click_stops_everything_and_erases_the_address(address, browser):
    """RFC 8058 §3.2: a POST without cookie, and no redirect; once more is no failure."""
    follow(address)
    follow(address_of(example(CampusPage)))
    stop = f"/suivre/arreter/{manage_token(follower())}/"
    for _again in range(2):
        assert browser.post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 200
        assert not Follower.objects.exists()
        assert not Message.objects.exists()
    assert browser.get(stop).status_code == 200
    assert browser.get(stop.replace("arreter", "gerer")).status_code == 200


def test_nobody_learns_who_follows_what(address, browser):
    """The answer is the same for a stranger, for who waits, for who follows already."""
    seen = []
    for _turn in ("stranger", "waiting", "known"):
        answer = browser.post(address, answers(address))
        page = browser.get(answer["Location"])
        seen.append((answer.status_code, answer["Location"], page.content))
        if len(seen) == 2:
            assert len(written()) == 1  # One e-mail a day about one thing.
            browser.post(links(written()[0].text)["confirmer"])
    assert len(set(seen)) == 1
    assert set(links(written()[1].text)) == {"gerer"}
    assert Follow.objects.get().rhythm == "weekly"
    # A stranger changes nothing for who follows already.
    browser.post(address, answers(address, rhythm="daily"))
    assert Follow.objects.get().rhythm == "weekly"


def test_nobody_floods_the_box_of_another(browser, monkeypatch):
    pages = DefiPage.objects.live().order_by("path")[: MOST_WAITING + 2]
    for url in map(address_of, pages):
        assert browser.post(url, answers(url)).status_code == 302
    assert len(written()) == Follow.objects.count() == MOST_WAITING
    monkeypatch.setattr(guard, "limit", 0)
    assert browser.post(url, answers(url)).status_code == 429


@pytest.mark.parametrize(
    ("fault", "field"),
    [
        ({"address": ""}, "address"),
        ({"address": "camille"}, "address"),
        ({"address": f"{'a' * 300}@example.org"}, "address"),
        ({"address": "a\0@example.org"}, "address"),
        ({"address": "a@example.org\nBcc: b@example.org"}, "address"),
        ({"rhythm": "hourly"}, "rhythm"),
        ({"website": "http://example.org"}, "website"),
        ({"mark": "x"}, "__all__"),
    ],
)
def test_a_fault_sends_nothing_and_keeps_what_was_typed(fault, field, address, browser):
    response = browser.post(address, answers(address, **fault))
    assert response.status_code == 200
    assert field in response.context["form"].errors
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("#errors")["role"] == "alert"
    if field != "address":
        assert page.select_one("#id_address")["value"] == ADDRESS
    assert not written()
    assert not Follower.objects.exists()


def test_a_robot_or_another_site_sends_nothing(address, browser, monkeypatch):
    foreign = browser.post(address, answers(address), headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403
    monkeypatch.setattr(guard, "least_seconds", 5)
    assert browser.post(address, answers(address)).status_code == 200
    assert not written()


def test_junk_gives_a_page(address, browser):
    mine = f"/suivre/gerer/{manage_token(follow(address).follower)}/"
    for value in JUNK.values():
        form = dict.fromkeys(("address", "rhythm", "mark"), value)
        check(browser.post(address, form), cut=False)
        check(browser.post(mine, dict.fromkeys(("follow", "rhythm", "do"), value)))
        for path in ("theme", "gerer"):
            response = browser.get(f"/suivre/{path}/{value}/")
            assert response.status_code in (400, 404), (path, value)
    check(browser.get(f"{address}flux/?langue=%00&page={'9' * 30}"))
    for nothing in ("defi/1", f"site/{address.split('/')[3]}", "territoire/99999999", "x/y"):
        for end in ("", "flux/", "merci/"):
            assert browser.get(f"/suivre/{nothing}/{end}").status_code == 404
    assert Follow.objects.count() == 1


def test_a_link_that_is_altered_old_or_of_another_use_does_nothing(address, browser, monkeypatch):
    made = follow(address)
    Follow.objects.update(confirmed_at=None)
    confirm, manage = confirm_token(made), manage_token(made.follower)
    for url in (
        f"confirmer/{confirm[:-1]}{'a' if confirm[-1] != 'a' else 'b'}",
        f"confirmer/{manage}",
        f"gerer/{confirm}",
        f"arreter/{made.follower.pk.hex}:",
    ):
        response = browser.post(f"/suivre/{url}/", {"do": "stop_all"})
        assert response.status_code == 404
        assert "<main" in response.content.decode()
    monkeypatch.setattr("community.following.tokens.TO_CONFIRM", timedelta(seconds=-1))
    assert browser.post(f"/suivre/confirmer/{confirm}/").status_code == 404
    assert Follow.objects.get().confirmed_at is None
    made.delete()
    assert to_confirm(confirm) is None
    # What belongs to somebody else is not changed with one's own link.
    other = follow(address, address="dominique@example.org")
    browser.post(f"/suivre/gerer/{manage}/", {"follow": other.pk, "do": "stop"})
    assert Follow.objects.filter(pk=other.pk).exists()


def test_what_nobody_confirms_is_erased_after_seven_days(address, browser):
    browser.post(address, answers(address))
    purge(timezone.now() + timedelta(days=6, hours=23))
    assert Message.objects.count() == 1
    Follow.objects.update(asked_at=timezone.now() - timedelta(days=7, hours=1))
    call_command("send_digests", "--dry-run", verbosity=0)
    assert Follower.objects.exists()
    call_command("send_digests", verbosity=0)
    assert not Follower.objects.exists()
    assert not Message.objects.exists()


def test_themes_and_territories_are_followed_from_lists_of_what_they_have(client):
    theme = Theme.objects.get(slug="transition-ecologique", locale__language_code="fr")
    region = Territory.objects.get(name="Bretagne")
    listing = client.get(f"/defis/?theme={theme.slug}&region={region.pk}").content.decode()
    for url, name in (
        (f"/suivre/theme/{theme.slug}/", theme.name),
        (f"/suivre/territoire/{region.pk}/", region.name),
    ):
        assert f'href="{url}"' in listing
        assert name in client.get(url).content.decode()
    # The page of a défi leads to all that is around it.
    defi = DefiPage.objects.get(slug="2018-rennes-1-glaciere")
    page = client.get(address_of(defi)).content.decode()
    for kind, key in defi.also_followed():
        assert f'href="/suivre/{kind}/{key}/"' in page
    unused = Territory.objects.create(name="Nulle part", kind=Territory.Kind.OTHER)
    assert client.get(f"/suivre/territoire/{unused.pk}/").status_code == 404


def test_an_account_sees_takes_away_and_erases_what_its_address_follows(address, account, porteur):
    owner = account("porteur")
    title = str(personal.panel().title)
    assert title not in porteur.get("/espace/").content.decode()
    assert title not in export_of(owner).parts
    made = follow(address, address=owner.email.lower())
    space = porteur.get("/espace/").content.decode()
    assert title in space
    assert manage_token(made.follower) in space
    assert str(example(DefiPage).translation_key) in str(export_of(owner).parts)
    erase(owner)
    assert not Follower.objects.exists()


def test_who_signed_in_finds_the_address_typed(address, porteur, account):
    page = BeautifulSoup(porteur.get(address).content, "html.parser")
    assert page.select_one("#id_address")["value"] == account("porteur").email
    assert request_of_anybody().user.is_anonymous
