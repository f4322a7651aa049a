"""Six months later, on a phone: from the link of an e-mail to “sent”."""

import base64

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from .layout import faults
from .served import Served
from .test_questions import shell

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

#: Each journey has a défi of its own, that no other test looks at, and a link to report on it.
LINK = """
from community.models import User
from defis.models import DefiPage
from defis.reports.links import make_link
from defis.teams import add_member, remove_member, team_of
team = team_of(DefiPage.objects.live().filter(number={number}, alias_of=None).order_by("path")[0])
team.defi.next_steps = [{{"type": "item", "value": "Former les agents"}}]
team.defi.save()
porteur, _made = User.objects.get_or_create(email="porteuse@maillage.example")
place = add_member(team, porteur)
if {handed_over}:
    colleague, _made = User.objects.get_or_create(email="collegue@maillage.example")
    remove_member(place)
    place = add_member(team, colleague)
print("/suivi/" + make_link(place) + "/")
"""
SENT = """
from defis.models import FollowUpPage
pages = FollowUpPage.objects.filter({which}, live=False)
print([(page.owner.email, page.state, page.workflow_in_progress) for page in pages])
"""
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Finger:
    """Counts its taps."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, place: Locator) -> None:
        place.tap()
        self.taps += 1


def no_post(route: Route) -> None:
    """Let pages come, and nothing leave."""
    if route.request.method == "POST":
        route.abort()
    else:
        route.continue_()


def link(served: Served, number: int, handed_over: bool = False) -> str:
    return shell(served, LINK.format(number=number, handed_over=handed_over))


def test_from_the_link_to_sent_in_eight_taps_and_a_sentence(phone: Page, served: Served) -> None:
    finger = Finger()
    finger.taps += 1  # On the link, in the e-mail.
    phone.goto(link(served, 2))
    finger.tap(phone.get_by_label("Déployé"))
    finger.tap(phone.locator(".report__fates label").first)
    text = phone.locator("[name=text]")
    finger.tap(text)
    text.press_sequentially("Premier essai réussi.")
    expect(phone.locator("[data-status]")).to_contain_text("Enregistré à")
    finger.tap(phone.locator(".report__end [value=preview]"))
    expect(phone.locator(".report__preview")).to_contain_text("Premier essai réussi.")
    assert faults(phone) == []
    finger.tap(phone.locator("[value=send]"))
    expect(phone.locator(".report__done")).to_be_visible()
    assert finger.taps <= 8
    told = shell(served, SENT.format(which="title__startswith='Premier essai'"))
    assert told.count("porteuse@maillage.example") == 1 and "deployed" in told
    assert phone.evaluate("Object.keys(localStorage).filter((k) => k.includes('report'))") == []
    assert phone.context.cookies() == []


def test_the_network_goes_and_comes_back(phone: Page, served: Served) -> None:
    address = link(served, 3)
    phone.goto(address)
    phone.fill("[name=text]", "Écrit dans un tunnel.")
    status = phone.locator("[data-status]")
    phone.context.set_offline(True)
    phone.fill("[name=text]", "Écrit dans un tunnel sans réseau.")
    picture = {"name": "IMG.png", "mimeType": "image/png", "buffer": PNG}
    phone.set_input_files("#photos", picture)
    expect(status).to_have_class("report__status is-waiting")
    expect(phone.locator("[data-waiting-files] li")).to_have_count(1)
    # Closed and opened again: all of it was on this phone alone.
    phone.context.set_offline(False)
    phone.route("**/suivi/**", no_post)
    phone.reload()
    expect(phone.locator("[name=text]")).to_have_value("Écrit dans un tunnel sans réseau.")
    phone.locator(".report__end [value=preview]").tap()
    expect(status).to_have_class("report__status is-waiting")
    phone.unroute("**/suivi/**")
    phone.evaluate("dispatchEvent(new Event('online'))")
    # The photo has come, and is to be described before it leaves.
    alt = phone.locator("[name$=-alt]")
    expect(phone.locator("#errors")).to_be_visible()
    alt.fill("Un tunnel")
    phone.locator(".report__end [value=preview]").tap()
    expect(phone.locator(".report__preview img")).to_be_visible()
    phone.context.set_offline(True)
    phone.locator("[value=send]").tap()
    expect(status).to_have_class("report__status is-waiting")
    phone.context.set_offline(False)
    expect(phone.locator(".report__done")).to_be_visible()
    assert (
        shell(served, SENT.format(which="title__startswith='Écrit dans'")).count("porteuse@") == 1
    )


def test_the_answer_that_was_lost_sends_nothing_twice(phone: Page, served: Served) -> None:
    """The colleague to whom it was handed over; the network goes once the server has it all."""
    phone.goto(f"{link(served, 4, handed_over=True)}?reponse=rien-de-neuf")
    lost = []

    def lose(route: Route) -> None:
        if route.request.method != "POST" or lost:
            route.continue_()
            return
        lost.append(route.fetch().status)
        route.abort()

    phone.route("**/suivi/**", lose)
    phone.locator("[value=nothing-new]").tap()
    expect(phone.locator("[data-status]")).to_have_class("report__status is-waiting")
    phone.evaluate("dispatchEvent(new Event('online'))")
    expect(phone.locator(".report__done")).to_be_visible()
    assert lost == [200]
    told = shell(served, SENT.format(which="owner__email='collegue@maillage.example'"))
    assert told.count("collegue@maillage.example") == 1


def test_without_script_and_with_keys_alone(opened, served: Served) -> None:
    page = opened(viewport={"width": 320, "height": 700}, java_script_enabled=False).new_page()
    page.goto(link(served, 5))
    page.locator("[name=text]").fill("Sans script.")
    page.locator("[name=step-0-text]").fill("Continuer")
    page.locator("[data-more=step]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[name=step-1-text]")).to_have_count(1)
    page.locator("[name=step-1-text]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".report__preview")).to_contain_text("Continuer")
    page.locator("[value=send]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".report__done")).to_be_visible()
