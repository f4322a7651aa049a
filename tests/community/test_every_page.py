"""Each page of the demonstration, as a visitor without account gets it."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.whatever_the_database

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
# What a browser fetches by itself, without a click.
FETCHED = {"script": "src", "img": "src", "iframe": "src", "source": "srcset", "use": "href"}
LINKED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
HOST = "http://127.0.0.1:8000"
# Below a page, what is made of it: its card, its exports, a form. One of each says enough.
MADE_OF_A_PAGE = re.compile(r"^(?:/en)?/([\w-]+)/.*/([\w-]+\.\w+|essai/)$")


def walk(client) -> Iterator[tuple[str, BeautifulSoup]]:
    """Follow every link of the site from its home page; give each page once.

    Of the other language, only the home page: the templates are the same, and test_english
    reads what they say.
    """
    waiting, seen = ["/"], {"/"}
    made: set[tuple[str, ...]] = set()
    while waiting:
        address = waiting.pop()
        response = client.get(address)
        if address.endswith("/espace/"):
            assert response.status_code == 302  # To the door: one has a space of one's own.
            continue
        assert response.status_code == 200, f"{address}: {response.status_code}"
        if not response["Content-Type"].startswith("text/html"):
            continue
        page = BeautifulSoup(response.content.decode(), "html.parser")
        yield address, page
        for link in page.find_all("a", href=True):
            target = urldefrag(urljoin(address, link["href"].removeprefix(HOST)))[0]
            parts = urlsplit(target)
            # Filters of lists are tested elsewhere: there is no end to them.
            inside = not parts.netloc and parts.scheme in ("", "http") and not parts.query
            english = target.startswith("/en/") and target != "/en/"
            elsewhere = english or target.startswith(("/admin/", "/media/"))
            if not inside or target in seen or elsewhere:
                continue
            seen.add(target)
            if again := MADE_OF_A_PAGE.match(parts.path):
                if again.groups() in made:
                    continue
                made.add(again.groups())
            waiting.append(target)


def faults(page: BeautifulSoup) -> Iterator[str]:
    """Say what is wrong with a page."""
    if found := MAIL.search(page.get_text(" ")):
        yield f"an e-mail address: {found.group()}"
    if page.find("a", href=re.compile("^mailto:")):
        yield "a mailto: link"
    for tag in page.find_all(["script", "style"]):
        data = tag.get("type") in ("application/ld+json", "application/json")
        if tag.name == "style" or not (tag.get("src") or data):
            yield f"<{tag.name}> in the page, which the policy refuses"
    for tag in page.find_all(True):
        yield from (f"{name}= on <{tag.name}>" for name in tag.attrs if refused(name))
        fetched = tag.get(FETCHED.get(tag.name, ""), "")
        if tag.name == "link" and LINKED & set(tag.get("rel", ())):
            fetched = tag["href"]
        if urlsplit(str(fetched)).netloc:
            yield f"fetched from elsewhere: {fetched}"
    if len(page.find_all("h1")) != 1:
        yield f"{len(page.find_all('h1'))} h1"
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
    if any(after > before + 1 for before, after in zip(levels, levels[1:], strict=False)):
        yield f"levels of headings: {levels}"
    if not page.html.get("lang"):
        yield "no language"
    if not page.title or not page.title.get_text(strip=True):
        yield "no title"
    if any(not image.has_attr("alt") for image in page.find_all("img")):
        yield "an image without alt"
    identifiers = [tag["id"] for tag in page.find_all(id=True)]
    if len(set(identifiers)) < len(identifiers):
        yield f"ids used twice: {sorted({i for i in identifiers if identifiers.count(i) > 1})}"
    text = page.get_text(" ")
    if "None" in text.split() or "{{" in text or "{%" in text:
        yield "something of the template"


def refused(attribute: str) -> bool:
    return attribute == "style" or attribute.startswith("on")


@pytest.mark.django_db
def test_every_page_reached_from_the_home_page_is_sound(client, caplog):
    pages = dict(walk(client))
    assert len(pages) > 140
    # A slot or a section that fails is left out of the page, and logged.
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    found = {address: list(faults(page)) for address, page in pages.items()}
    assert {address: each for address, each in found.items() if each} == {}
    titles = Counter((page.html["lang"], page.title.get_text()) for page in pages.values())
    assert not {title for title, times in titles.items() if times > 1}, "The same title twice."
