"""The list of défis, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from .listing import count_beside, follow, titles
from .windows import Opener

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

STATE = "input[name=etat][value=prototyped]"


@pytest.fixture
def plain(opened: Opener) -> Page:
    """A browser in which no script runs."""
    return opened(java_script_enabled=False).new_page()


def test_filter_without_scripts(plain: Page) -> None:
    plain.goto("/defis/")
    everything = titles(plain)
    announced = count_beside(plain, STATE)
    assert 0 < announced < len(everything)
    plain.locator(STATE).check()
    follow(plain, plain.locator(".facets button"))
    assert "etat=prototyped" in plain.url
    assert plain.locator(STATE).is_checked()
    assert len(titles(plain)) == announced
    assert set(titles(plain)) < set(everything)
    follow(plain, plain.locator(".chips a").first)
    assert titles(plain) == everything


def test_sort_and_layout_without_scripts(plain: Page) -> None:
    plain.goto("/defis/?etat=prototyped")
    by_number = titles(plain)
    follow(plain, plain.locator("a[href*='tri=question']"))
    by_question = titles(plain)
    assert sorted(by_question) == sorted(by_number)
    assert by_question != by_number
    follow(plain, plain.locator("a[href*='vue=table']"))
    assert re.search(r"etat=prototyped.*tri=question.*vue=table", plain.url)
    rows = plain.locator("tbody th").all_inner_texts()
    assert rows == by_question
    # Filtering keeps the order and the layout.
    plain.locator(STATE).uncheck()
    follow(plain, plain.locator(".facets button"))
    assert "tri=question" in plain.url
    assert plain.locator("tbody th").count() > len(rows)


def test_pages_without_scripts(plain: Page) -> None:
    plain.goto("/prototypes/")
    first = titles(plain)
    follow(plain, plain.locator(".pager [rel=next]"))
    assert "page=2" in plain.url
    second = titles(plain)
    assert second
    assert not set(first) & set(second)
    follow(plain, plain.locator(".pager [rel=prev]"))
    assert titles(plain) == first


def test_live_filter(visitor: Page) -> None:
    visitor.goto("/defis/")
    everything = titles(visitor)
    announced = count_beside(visitor, STATE)
    visitor.evaluate("window.untouched = true")
    expect(visitor.locator(".facets__submit")).to_be_hidden()
    visitor.locator(STATE).check()
    expect(visitor).to_have_url(re.compile("etat=prototyped"))
    expect(visitor.locator(".cards h3")).to_have_count(announced)
    expect(visitor.locator(STATE)).to_be_focused()
    heading = visitor.locator(".listing__count").inner_text()
    assert heading.startswith(str(announced))
    expect(visitor.get_by_role("status")).to_have_text(heading)
    visitor.go_back()
    expect(visitor).to_have_url(re.compile("/defis/$"))
    expect(visitor.locator(".cards h3")).to_have_count(len(everything))
    expect(visitor.locator(STATE)).not_to_be_checked()
    visitor.go_forward()
    expect(visitor.locator(".cards h3")).to_have_count(announced)
    assert visitor.evaluate("window.untouched"), "The page was loaded again"


def test_live_words_chips_sorts_and_pages(visitor: Page) -> None:
    visitor.goto("/prototypes/")
    visitor.evaluate("window.untouched = true")
    visitor.locator(".pager [rel=next]").click()
    expect(visitor).to_have_url(re.compile("page=2"))
    visitor.locator("#facet-q").fill("carte")
    visitor.keyboard.press("Enter")
    expect(visitor).to_have_url(re.compile(r"\?q=carte$"))
    expect(visitor.locator("#facet-q")).to_be_focused()
    visitor.locator("a[href*='tri=recent']").click()
    expect(visitor).to_have_url(re.compile("q=carte&tri=recent"))
    expect(visitor.locator("a[data-key=sort-recent]")).to_be_focused()
    visitor.locator(".chips a").first.click()
    expect(visitor).to_have_url(re.compile(r"\?tri=recent$"))
    assert visitor.evaluate("window.untouched"), "The page was loaded again"


def test_a_number_is_asked_when_it_is_typed_and_not_before(visitor: Page) -> None:
    asked: list[str] = []
    visitor.goto("/methodes/")
    # Not the icon of the tab, which a browser asks for when it finds the time.
    visitor.on(
        "request", lambda request: None if "/static/" in request.url else asked.append(request.url)
    )
    field = visitor.locator("#facet-duree")
    field.focus()
    visitor.keyboard.type("45")
    assert not asked
    visitor.keyboard.press("Tab")
    expect(visitor).to_have_url(re.compile(r"\?duree=45$"))
    expect(field).to_have_value("45")
    # The keyboard goes on: it is not called back to the field.
    expect(field).not_to_be_focused()
    visitor.locator("#facet-personnes").fill("12")
    visitor.keyboard.press("Enter")
    expect(visitor).to_have_url(re.compile("duree=45&personnes=12"))
    expect(visitor.locator("#facet-personnes")).to_be_focused()
    visitor.locator(".chips a").first.click()
    expect(visitor).to_have_url(re.compile(r"\?personnes=12$"))


def test_a_number_without_scripts(plain: Page) -> None:
    plain.goto("/methodes/")
    everything = plain.locator(".listing__count").inner_text()
    plain.locator("#facet-duree").fill("20")
    follow(plain, plain.locator(".facets button"))
    assert "duree=20" in plain.url
    assert plain.locator(".listing__count").inner_text() != everything
    follow(plain, plain.locator(".range__offered a").first)
    assert "duree=20" not in plain.url
