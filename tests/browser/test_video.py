"""A video kept elsewhere: nobody is told of the visitor before the click."""

import pytest
from playwright.sync_api import Page, Route, expect

from .served import Served

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

HOST = "https://video.example.org"


def test_the_provider_is_asked_after_the_click_only(visitor: Page, served: Served) -> None:
    strangers: list[str] = []

    def player(route: Route) -> None:
        strangers.append(route.request.url)
        route.fulfill(content_type="text/html", body="<p>Lecteur</p>")

    visitor.context.route(lambda url: not url.startswith(served.url), player)
    complaints: list[str] = []
    visitor.on("console", lambda message: complaints.append(message.text))
    visitor.goto(served.path("video elsewhere"))
    button = visitor.get_by_role("button", name="Lire ici")
    expect(button).to_be_visible()
    expect(visitor.get_by_role("link", name="PeerTube")).to_have_attribute(
        "href", f"{HOST}/w/4uZnUPQ3ZWUy9Sb9mPXqbA"
    )
    assert strangers == []
    button.focus()
    visitor.keyboard.press("Enter")
    frame = visitor.locator("iframe")
    expect(frame).to_be_focused()
    expect(frame).to_have_attribute(
        "title", "Une vidéo ailleurs\N{NO-BREAK SPACE}: vidéo sur PeerTube (video.example.org)"
    )
    expect(visitor.frame_locator("iframe").locator("p")).to_have_text("Lecteur")
    visitor.get_by_role("link", name="La suite").click()
    expect(visitor.locator("iframe")).to_have_attribute("src", strangers[0] + "&start=90s")
    expect(visitor.locator("iframe")).to_be_focused()
    assert {url.partition("/w/")[0].partition("/videos/")[0] for url in strangers} == {HOST}
    # The choice is not kept: the next visit asks again.
    visitor.reload()
    expect(button).to_be_visible()
    assert visitor.context.cookies() == []
    assert visitor.evaluate("localStorage.length") == 0
    assert complaints == []
