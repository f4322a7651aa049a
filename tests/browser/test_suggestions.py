"""A search box that suggests while one types: keys, mouse, patience, and how to switch it off."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, Route, expect

from . import axe
from .windows import PHONE, Opener

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

BOX, LIST = "#search", "#search-suggestions"
ANSWERS = re.compile("/recherche/suggestions/")
# Two methods of the demonstration, and nothing else, begin a word so.
FEW = "empath"
PAUSE = 500
TEN_SECONDS = 10_000


@pytest.fixture
def wait(visitor: Page) -> Callable[[int], None]:
    """Let time pass for the page, in milliseconds; it stands still otherwise."""
    visitor.clock.install(time="2026-06-01T09:00:00Z")
    visitor.clock.pause_at("2026-06-01T10:00:00Z")
    return visitor.clock.run_for


@pytest.fixture
def asked(visitor: Page) -> list[str]:
    """The addresses that the page asks for suggestions, as it does."""
    found: list[str] = []

    def note(request: Request) -> None:
        if ANSWERS.search(request.url):
            found.append(request.url.partition("?q=")[2])

    visitor.on("request", note)
    return found


def come(page: Page) -> None:
    """Open a page, and go to its search box once it suggests."""
    page.goto("/methodes/")
    page.locator(BOX).focus()
    expect(page.locator(BOX)).to_have_role("combobox")


def type_and_see(page: Page, wait: Callable[[int], None], text: str, box: str = BOX) -> None:
    page.locator(box).press_sequentially(text)
    wait(PAUSE)
    expect(page.locator(f"{box}-suggestions")).to_be_visible()


def pointed(page: Page) -> str | None:
    """Return what the option is that the box points at, for those who hear and those who see."""
    name = page.locator(BOX).get_attribute("aria-activedescendant")
    chosen = page.locator(f"{LIST} [aria-selected=true]")
    if name is None:
        expect(chosen).to_have_count(0)
        return None
    expect(chosen).to_have_id(name)
    assert page.evaluate("document.activeElement.id") == BOX[1:]
    return chosen.inner_text()


def test_one_question_when_the_keys_rest(visitor, wait, asked):
    come(visitor)
    box = visitor.locator(BOX)
    box.press_sequentially("em")
    wait(TEN_SECONDS)
    assert not asked
    for key in "path":
        box.press(key)
        wait(PAUSE - 1)
    assert not asked
    wait(1)
    options = visitor.locator(f"{LIST} [role=option]")
    expect(visitor.locator(LIST)).to_be_visible()
    expect(options).to_have_count(4)
    assert asked == [FEW]
    expect(visitor.locator(f"{BOX} ~ .suggestions [role=status]")).to_have_text(re.compile("2$"))
    expect(options.first.locator("b")).to_have_text(FEW)
    # What is known is not asked for: a longer text, the same again, another way to write it.
    for text in ("empathie", FEW, "EMPÀTH", "entretien empath"):
        box.fill(text)
        wait(TEN_SECONDS)
        expect(options).to_have_count(3 if " " in text else 4)
    assert asked == [FEW, "entretien+empath"]


def test_by_the_keyboard(visitor, wait, asked):
    come(visitor)
    type_and_see(visitor, wait, FEW)
    options = visitor.locator(f"{LIST} [role=option]").all_inner_texts()
    assert pointed(visitor) is None
    for place in (0, 1, 2, 3, 0):
        visitor.keyboard.press("ArrowDown")
        assert pointed(visitor) == options[place]
    visitor.keyboard.press("Home")
    assert pointed(visitor) is None
    assert visitor.locator(BOX).evaluate("box => box.selectionStart") == 0
    visitor.keyboard.press("ArrowUp")
    assert pointed(visitor) == options[-1]
    # Escape closes, then clears.
    visitor.keyboard.press("Escape")
    expect(visitor.locator(LIST)).to_be_hidden()
    expect(visitor.locator(BOX)).to_have_value(FEW)
    expect(visitor.locator(BOX)).to_have_attribute("aria-expanded", "false")
    visitor.keyboard.press("Escape")
    expect(visitor.locator(BOX)).to_have_value("")
    # Tab leaves, for the button of the form.
    type_and_see(visitor, wait, FEW)
    visitor.keyboard.press("Tab")
    expect(visitor.locator(LIST)).to_be_hidden()
    expect(visitor.locator(f"{BOX} + button")).to_be_focused()
    visitor.keyboard.press("Shift+Tab")
    # Down opens it again, Enter what is pointed at.
    visitor.keyboard.press("ArrowDown")
    visitor.keyboard.press("ArrowDown")
    address = visitor.locator(f"{LIST} [aria-selected=true]").get_attribute("href")
    visitor.keyboard.press("Enter")
    expect(visitor).to_have_url(re.compile(f"{address}$"))
    assert asked == [FEW]


def test_enter_searches_as_ever_when_nothing_is_chosen(visitor, wait):
    come(visitor)
    type_and_see(visitor, wait, FEW)
    visitor.keyboard.press("Enter")
    expect(visitor).to_have_url(re.compile(rf"/recherche/\?q={FEW}$"))


def test_by_the_mouse(visitor, wait):
    come(visitor)
    type_and_see(visitor, wait, FEW)
    visitor.locator(f"{LIST} [role=option]").nth(2).click()
    expect(visitor).to_have_url(re.compile(rf"/recherche/\?q={FEW}$"))
    come(visitor)
    type_and_see(visitor, wait, FEW)
    # Elsewhere: it goes.
    visitor.locator("h1").click()
    expect(visitor.locator(LIST)).to_be_hidden()
    visitor.locator(BOX).press("ArrowDown")
    visitor.locator(f"{LIST} [role=option]").first.click()
    expect(visitor).to_have_url(re.compile("/methodes/[^/]*empathie/$"))


def test_answers_that_come_late_change_nothing(visitor, wait):
    held: list[Route] = []
    visitor.route(ANSWERS, lambda route: held.append(route))  # noqa: PLW0108 - it looks inside
    come(visitor)

    def answer(route: Route, title: str) -> None:
        one = {"title": title, "url": "/", "type": "Page"}
        route.fulfill(json={"complete": False, "suggestions": [one]})

    with visitor.expect_request(ANSWERS):
        visitor.locator(BOX).press_sequentially("quin")
        wait(PAUSE)
    with visitor.expect_request(ANSWERS), visitor.expect_event("requestfailed"):
        visitor.locator(BOX).press_sequentially("quet")
        wait(PAUSE)
    answer(held[1], "Le second quinquet")
    first = visitor.locator(f"{LIST} [role=option]").first
    expect(first).to_contain_text("Le second quinquet")
    answer(held[0], "Le premier")
    # Nor does a failure, or one that comes when the box is empty again.
    visitor.locator(BOX).press_sequentially(" ab")
    with visitor.expect_request(ANSWERS):
        wait(PAUSE)
    visitor.keyboard.press("Escape")
    visitor.keyboard.press("Escape")
    wait(TEN_SECONDS)
    expect(visitor.locator(BOX)).to_have_value("")
    expect(visitor.locator(LIST)).to_be_hidden()
    with visitor.expect_request(ANSWERS):
        visitor.locator(BOX).press_sequentially("zorglub")
        wait(PAUSE)
    held[-1].abort()
    expect(visitor.locator(BOX)).to_have_attribute("aria-expanded", "false")
    visitor.keyboard.press("Enter")
    expect(visitor).to_have_url(re.compile(r"/recherche/\?q=zorglub$"))


def test_switched_off_and_on_again(visitor, wait, asked):
    kept = "localStorage.getItem('maillage.suggestions')"
    come(visitor)
    type_and_see(visitor, wait, FEW)
    assert visitor.evaluate(kept) is None
    visitor.keyboard.press("ArrowUp")
    visitor.keyboard.press("Enter")
    # It can be undone there and then.
    expect(visitor.locator(f"{LIST} [role=option]")).to_have_count(1)
    assert visitor.evaluate(kept) == "off"
    visitor.keyboard.press("ArrowDown")
    visitor.keyboard.press("Enter")
    expect(visitor.locator(f"{LIST} [role=option]")).to_have_count(4)
    assert visitor.evaluate(kept) is None
    visitor.locator(f"{LIST} [role=option]").last.click()
    visitor.locator(BOX).press_sequentially("ie")
    wait(TEN_SECONDS)
    expect(visitor.locator(LIST)).to_be_hidden()
    # And later on the page of the search, where it holds as well.
    loaded: list[str] = []
    visitor.on("request", lambda request: loaded.append(request.url))
    visitor.goto("/recherche/")
    switch = visitor.get_by_role("checkbox")
    expect(switch).not_to_be_checked()
    visitor.locator("#q").press_sequentially(FEW)
    wait(TEN_SECONDS)
    assert not [url for url in loaded if "suggestions" in url]
    switch.check()
    assert visitor.evaluate(kept) is None
    visitor.locator("#q").focus()
    expect(visitor.locator("#q-suggestions")).to_have_count(1)
    visitor.locator("#q").fill("")
    type_and_see(visitor, wait, FEW, "#q")
    assert asked == [FEW, FEW]


@pytest.mark.parametrize("connection", ["{saveData: true}", "{effectiveType: '2g'}"])
def test_a_connection_to_be_spared(visitor, connection):
    spare = f"Object.defineProperty(navigator, 'connection', {{value: {connection}}})"
    visitor.add_init_script(spare)
    loaded: list[str] = []
    visitor.on("request", lambda request: loaded.append(request.url))
    visitor.goto("/methodes/")
    visitor.locator(BOX).press_sequentially(FEW)
    expect(visitor.locator(BOX)).not_to_have_role("combobox")
    visitor.keyboard.press("Enter")
    expect(visitor).to_have_url(re.compile(rf"/recherche/\?q={FEW}$"))
    assert not [url for url in loaded if "suggestions" in url]


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_rules_that_a_machine_can_check(opened: Opener, colours: str) -> None:
    # A phone whose keyboard takes half of the screen.
    screen = {**PHONE, "height": 420}
    page = opened(viewport=screen, has_touch=True, color_scheme=colours).new_page()
    page.goto("/")
    page.locator("header summary").click()
    page.locator(BOX).press_sequentially("comment")
    expect(page.locator(LIST)).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert axe.violations(page, *axe.TAGS) == []
    # All of it is above the keyboard, whatever is too long scrolls, and fingers find each.
    box = page.locator(LIST).bounding_box()
    assert box["y"] + box["height"] <= 420
    assert page.locator(LIST).evaluate("list => list.scrollWidth <= list.clientWidth")
    for option in page.locator(f"{LIST} [role=option]").all():
        assert option.bounding_box()["height"] >= 44
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    last = page.locator(f"{LIST} [aria-selected=true]").bounding_box()
    assert box["y"] <= last["y"] < last["y"] + last["height"] <= box["y"] + box["height"] + 1
