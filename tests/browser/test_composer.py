"""A facilitator's journey: two hours, twelve people, a problem; swap a method, print, lead."""

import re

import pytest
from playwright.sync_api import Page, expect

from .served import Served
from .test_keyboard import tab_to
from .windows import Opener

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

WISH = {"duree": "2 h", "personnes": "12"}
WHOLE = 120
#: Two items of ten minutes and a break.
SHORT = (
    "/composer/minuteur/?v=1&duree=25&personnes=12&famille=understand&lieu=on_site"
    "&e=ouverture.10&e=methode.10.cinq-pourquoi&e=cloture.5"
)


def minutes(page: Page) -> list[int]:
    """Return the minutes of the items, as the fields show them."""
    fields = page.locator(".piece input[type=number]")
    return [int(value) for value in fields.evaluate_all("all => all.map(one => one.value)")]


def names(page: Page) -> list[str]:
    """Return what the items are called."""
    return [name.strip() for name in page.locator(".piece h3").all_inner_texts()]


def check_session(page: Page) -> None:
    """The session lasts what was asked, with a break, an opening and a closing."""
    expect(page.locator(".piece--pause")).to_have_count(1)
    expect(page.locator(".piece").first).to_have_class(re.compile("piece--ouverture"))
    expect(page.locator(".piece").last).to_have_class(re.compile("piece--cloture"))
    assert sum(minutes(page)) == WHOLE


def check_paper(page: Page, expected: list[str]) -> None:
    """The run sheet names every item, and prints."""
    expect(page.locator(".sequence tfoot")).to_contain_text(str(WHOLE))
    assert [name.strip() for name in page.locator(".sequence__name").all_inner_texts()] == expected
    page.emulate_media(media="print")
    expect(page.locator(".menu")).to_be_hidden()
    expect(page.locator(".sequence")).to_be_visible()
    assert len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True))) <= 2


def by_mouse(page: Page) -> None:
    """Walk the journey with a mouse, from the toolbox to the paper."""
    page.goto("/methodes/")
    page.locator(".to-composer a").click()
    for name, value in WISH.items():
        page.fill(f"[name={name}]", value)
    page.select_option("[name=famille]", "understand")
    page.locator(".wish button").click()
    page.wait_for_url("**/composer/?*e=*")
    check_session(page)
    before, durations = names(page), minutes(page)
    page.locator("[data-key=swap-1] summary").click()
    page.locator("[data-key=swap-1] button").first.click()
    expect(page.locator("#piece-1 h3")).not_to_have_text(before[1])
    assert minutes(page) == durations
    assert names(page)[2:] == before[2:]
    expected = names(page)
    page.locator(".total a[href*='/composer/deroule/']").click()
    page.wait_for_url("**/composer/deroule/?*")
    check_paper(page, expected)


def test_with_a_mouse(visitor: Page) -> None:
    by_mouse(visitor)


def test_without_javascript(opened: Opener) -> None:
    page = opened(java_script_enabled=False).new_page()
    by_mouse(page)
    page.emulate_media(media="screen")
    page.go_back()
    page.locator("[data-key=note-1] summary").click()
    page.fill("[name=n1]", "Des feutres verts")
    # Whatever button is pressed, what was typed stays.
    page.locator("[data-key=up-2]").click()
    page.wait_for_url("**n2=Des+feutres*")
    assert sum(minutes(page)) == WHOLE
    # The timer says its plan, for want of a clock.
    page.goto(f"{SHORT}&debut=09:00")
    expect(page.locator("#timer")).to_be_hidden()
    expect(page.locator("noscript")).to_be_visible()
    expect(page.locator(".sequence tbody tr").nth(1)).to_contain_text("09:10")


def test_by_keyboard_alone(visitor: Page) -> None:
    page = visitor
    page.goto("/composer/")
    tab_to(page, "[name=duree]")
    page.keyboard.press("Control+a")
    page.keyboard.type("2 h")
    tab_to(page, "[name=personnes]")
    page.keyboard.press("Control+a")
    page.keyboard.type("12")
    tab_to(page, "[name=famille]")
    page.keyboard.press("ArrowDown")
    assert page.input_value("[name=famille]") == "understand"
    page.keyboard.press("Enter")
    tab_to(page, ".wish button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/composer/?*e=*")
    check_session(page)
    before = names(page)
    tab_to(page, "[data-key=swap-1] summary")
    page.keyboard.press("Enter")
    tab_to(page, "[data-key=swap-1] button")
    page.keyboard.press("Enter")
    expect(page.locator("#piece-1 h3")).not_to_have_text(before[1])
    expect(page.locator("[data-key=swap-1] summary")).to_be_focused()
    # The focus goes with the item that is moved.
    moved = names(page)[2]
    tab_to(page, "[data-key=up-2]")
    page.keyboard.press("Enter")
    expect(page.locator("#piece-1 h3")).to_have_text(moved)
    expect(page.locator("[data-key=up-1]")).to_be_focused()
    expected = names(page)
    tab_to(page, ".total a[href*='/composer/deroule/']", "Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/composer/deroule/?*")
    check_paper(page, expected)


def test_what_is_typed_is_in_the_address_and_in_the_browser(visitor: Page) -> None:
    visitor.goto(SHORT.replace("minuteur/", ""))
    visitor.fill("[name=m1]", "12")
    visitor.locator("[name=m1]").blur()
    expect(visitor.locator("[data-key=adjust]")).to_be_visible()
    visitor.wait_for_url("**e=methode.12.cinq-pourquoi*")
    visitor.locator("[data-key=adjust]").click()
    expect(visitor.locator("[data-key=adjust]")).to_have_count(0)
    assert sum(minutes(visitor)) == 25
    visitor.go_back()
    expect(visitor.locator("[data-key=adjust]")).to_be_visible()
    visitor.goto("/composer/")
    visitor.locator("[data-draft-link]").click()
    visitor.wait_for_url("**e=methode.12.cinq-pourquoi*")


def test_the_timer_runs_on_timestamps_and_without_network(visitor: Page) -> None:
    page = visitor
    page.clock.install(time="2026-06-01T09:00:00Z")
    page.goto(SHORT)
    page.clock.pause_at("2026-06-01T10:00:00Z")
    digits, state = page.locator("[data-part=digits]"), page.locator("#timer")
    expect(digits).to_have_text("10:00")
    page.keyboard.press("Space")
    page.clock.run_for(60_000)
    expect(digits).to_have_text("9:00")
    # A telephone that sleeps ticks no more, but its clock goes on.
    page.context.set_offline(True)
    page.clock.fast_forward(7 * 60_000)
    expect(digits).to_have_text("2:00")
    expect(state).to_have_attribute("data-state", "soon")
    page.clock.run_for(100_000)
    expect(state).to_have_attribute("data-state", "late")
    page.clock.run_for(30_000)
    expect(digits).to_have_text("+0:10")
    expect(page.locator("[data-part=state]")).not_to_be_empty()
    page.keyboard.press("ArrowUp")
    expect(digits).to_have_text("0:50")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-part=place]")).to_have_text("2")
    expect(digits).to_have_text("10:00")
    page.clock.run_for(30_000)
    page.context.set_offline(False)
    page.reload()
    expect(page.locator("[data-part=place]")).to_have_text("2")
    expect(digits).to_have_text(re.compile(r"^9:(30|29|28)$"))
    page.keyboard.press("Space")
    page.clock.run_for(60_000)
    expect(digits).to_have_text(re.compile(r"^9:(30|29|28)$"))


def test_an_editor_saves_shares_and_publishes(editor: Page, visitor: Page, served: Served) -> None:
    editor.goto(SHORT.replace("minuteur/", "") + "&titre=Une+seance+d+essai")
    editor.locator("[formaction$='/composer/enregistrer/']").click()
    editor.wait_for_url("**seance=*")
    editor.goto("/composer/mes-seances/")
    expect(editor.locator(".saved")).to_contain_text("Une seance d essai")
    shared = editor.locator(".saved a[href*='/composer/seance/']").first.get_attribute("href")
    assert shared is not None
    visitor.goto(shared)
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Une seance d essai")
    visitor.locator("main a.button").first.click()
    visitor.wait_for_url("**/composer/?*e=*")
    editor.locator(".saved h2 a").first.click()
    editor.locator("[formaction$='/composer/publier/']").click()
    editor.wait_for_url("**/admin/pages/*/edit/")
    expect(editor.locator("[name=title]")).to_have_value("Une seance d essai")
