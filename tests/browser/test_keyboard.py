"""The site without a mouse."""

import re

import pytest
from playwright.sync_api import Page, expect

from .addresses import path_to
from .served import Served

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

# More stops than any page should have between two things.
FAR = 150

# An outline may be drawn around the whole card that holds the link.
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  let outlined = false;
  for (let near = at; near && near !== document.body; near = near.parentElement) {
    const { outlineStyle, outlineWidth } = getComputedStyle(near);
    outlined ||= outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  }
  return { html: at.outerHTML.slice(0, 120), seen: outlined && inside };
}"""


def tab(page: Page, key: str = "Tab") -> str | None:
    """Go to the next stop, which must be seen; return what it is, None past the last one."""
    page.keyboard.press(key)
    focus = page.evaluate(FOCUS)
    if focus is None:
        return None
    assert focus["seen"], f"The focus is not visible on {focus['html']}"
    return focus["html"]


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press Tab, or Shift+Tab, until what ``selector`` finds first has the focus."""
    wanted = page.locator(selector).first
    for _ in range(FAR):
        assert tab(page, key), f"No stop at {selector}"
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{selector} is more than {FAR} stops away")


def focused(page: Page) -> str:
    """Return the id of what has the focus."""
    return page.evaluate("document.activeElement.id")


@pytest.mark.parametrize("who", ["visitor", "phone"])
def test_skip_links(request: pytest.FixtureRequest, served: Served, who: str) -> None:
    page = request.getfixturevalue(who)
    page.goto(served.path("defis.DefiPage"))
    tab_to(page, "a[href='#content']")
    page.keyboard.press("Enter")
    assert focused(page) == "content"
    page.reload()
    tab_to(page, "a[href='#search']")
    page.keyboard.press("Enter")
    assert focused(page) == "search"
    page.keyboard.type("glaciere")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=glaciere")
    tab_to(page, f"main a[href$='{served.path('defis.DefiPage')}']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{served.path('defis.DefiPage')}")


def test_menu_facet_and_defi(visitor: Page, served: Served) -> None:
    index = served.path("defis.DefiIndexPage")
    visitor.goto("/")
    tab_to(visitor, f"header nav a[href='{index}']")
    visitor.keyboard.press("Enter")
    visitor.wait_for_url(f"**{index}")
    tab_to(visitor, "input[name=etat]")
    visitor.keyboard.press("Space")
    expect(visitor).to_have_url(re.compile(r"\?etat="))
    expect(visitor.locator("input[name=etat]").first).to_be_checked()
    expect(visitor.locator("input[name=etat]").first).to_be_focused()
    tab_to(visitor, ".cards a")
    visitor.keyboard.press("Enter")
    expect(visitor).to_have_url(re.compile(rf"{index}[^/?]+/$"))


def test_menu_on_a_phone(phone: Page, served: Served) -> None:
    index = served.path("defis.DefiIndexPage")
    phone.goto("/")
    tab_to(phone, "header summary")
    phone.keyboard.press("Enter")
    tab_to(phone, f"header nav a[href='{index}']")
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"**{index}")


@pytest.mark.parametrize(
    "kind",
    [
        "home.HomePage",
        "defis.DefiIndexPage",
        "defis.DefiPage",
        "methods.MethodPage",
        "list as a table",
        "not found",
        "login",
    ],
)
def test_the_focus_is_seen_everywhere_and_leaves(visitor: Page, served: Served, kind: str) -> None:
    visitor.goto(path_to(kind, served))
    # A form may put the focus in its first field; the way round starts at the top.
    visitor.evaluate("document.activeElement.blur()")
    stops = 0
    while tab(visitor):
        stops += 1
        assert stops < FAR, "The focus goes round in circles"
    assert stops > 5
