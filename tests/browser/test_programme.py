"""A programme in a courtyard: without network, on the visitor's clocks, with favourites kept."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from .served import Served
from .windows import PHONE, Opener

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

RENNES, PLENARY = "/editions/2018/rennes/programme/", "/editions/2018/les-enjeux/"


@pytest.fixture
def far(opened: Opener) -> Page:
    """Somebody whose phone is set to the time of Nouméa, a minute before a session at Rennes."""
    page = opened(viewport=PHONE, timezone_id="Pacific/Noumea", locale="fr-FR").new_page()
    page.clock.install(time=datetime.fromisoformat("2018-07-10T08:59:30+02:00"))
    page.goto(RENNES)
    return page


def part(page: Page, title: str) -> Locator:
    return page.locator(".live__parts > div").filter(has=page.get_by_role("heading", name=title))


def test_now_and_next_go_on_without_network(far: Page) -> None:
    far.context.set_offline(True)
    expect(part(far, "Maintenant").get_by_role("link")).to_have_text("Café d’accueil du matin")
    expect(part(far, "Ensuite").get_by_role("link")).to_have_count(2)
    expect(part(far, "Ensuite").locator("time").first).to_have_text("9 h – 12 h 45")
    far.clock.run_for(60_000)
    expect(part(far, "Maintenant").get_by_role("link")).to_have_count(2)
    expect(part(far, "Ensuite").get_by_role("link")).to_have_text("Cocktail déjeunatoire")
    expect(far.locator("h3.is-during")).to_contain_text("9 h")
    far.clock.fast_forward("30:00:00")
    expect(far.locator(".live")).to_be_hidden()


def test_my_own_time_stands_beside_that_of_the_site(far: Page) -> None:
    closing = far.locator("h3", has_text="17 h 15")
    expect(closing).not_to_contain_text("chez vous")
    far.get_by_role("button", name="Afficher aussi à mon heure").click()
    expect(closing).to_contain_text("mardi 2 h 15 chez vous")
    expect(part(far, "Ensuite").locator(".own-time").first).to_have_text("18 h chez vous")
    expect(far.get_by_role("status").filter(has_text="Pacific/Noumea")).to_be_visible()
    far.goto(PLENARY)
    expect(far.locator(".thread")).to_contain_text("23 h 30 chez vous")
    far.get_by_role("button", name="N’afficher que l’heure du site").click()
    far.goto(RENNES)
    expect(far.locator(".own-time")).to_have_count(0)


def test_favourites_are_kept_on_the_device(far: Page, opened: Opener, served: Served) -> None:
    expect(far.get_by_role("button", name="Mes favoris")).to_be_hidden()
    star = far.locator(".agenda").get_by_role("button", name=re.compile("Favori : .*les enjeux"))
    expect(star).to_have_attribute("aria-pressed", "false")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    far.get_by_role("button", name="Mes favoris (1)").click()
    expect(far.locator(".agenda .item:visible")).to_have_count(1)
    expect(far.locator(".agenda h2:visible")).to_have_count(1)
    calendar = far.get_by_role("link", name="Suivre mes favoris dans mon agenda")
    expect(calendar).to_have_attribute(
        "href", re.compile(r"^/editions/2018/programme/favoris\.ics\?cle=[0-9a-f-]{36}$")
    )
    # The same session is a favourite on its page and in the programme of every site it is on.
    far.goto(PLENARY)
    expect(far.get_by_role("button", name="Favori")).to_have_attribute("aria-pressed", "true")
    far.goto("/editions/2018/programme/")
    star.click()
    assert far.evaluate("localStorage.length") == 0
    plain = opened(java_script_enabled=False).new_page()
    plain.goto(RENNES)
    # Another test may have added to the seventeen.
    expect(plain.locator(".agenda .item").nth(16)).to_be_visible()
    expect(plain.locator("main button")).to_have_count(0)
