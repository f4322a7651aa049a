"""Each page of the demonstration, as a visitor without account gets it."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from community.pages import visible

pytestmark = pytest.mark.whatever_the_database

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
# What a browser fetches by itself, without a click.
FETCHED = {"script": "src", "img": "src", "iframe": "src", "source": "srcset", "use": "href"}
LINKED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
HEADING = re.compile("^h[1-6]$")
HOST = "http://127.0.0.1:8000"
# So many pages of a kind are read: a hundred terms have one template.
OF_A_KIND = 12
# Below a page, what is made of it: its card, its exports, a form. One of each says enough.
MADE_OF_A_PAGE = re.compile(r"^(?:/en)?/([\w-]+)/.*/([\w-]+\.\w+|essai/)$")


def walk(client, known: set[str]) -> Iterator[tuple[str, BeautifulSoup]]:
    """Follow every link of the site from its home page; give each page once.

    Of a kind, told by where it stands, some are asked for, and what is not among the addresses
    ``known`` to be there. Of the other language, only the home page: the templates are the same,
    and test_english reads what they say.
    """
    waiting, seen = ["/"], {"/"}
    made: set[tuple[str, ...]] = set()
    kinds: Counter[tuple[str, ...]] = Counter()
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
            kind = kind_of(parts.path)
            kinds[kind] += 1
            there = target in known or kind[0] == "suivre"
            if kinds[kind] <= OF_A_KIND or not there:
                waiting.append(target)


def kind_of(path: str) -> tuple[str, ...]:
    """Return where a page stands: pages below the same one, or as deep in a section, are alike."""
    first, *rest = path.strip("/").split("/")
    return (first, *rest[:1], str(len(rest))) if first == "suivre" else (first, str(len(rest)))


def faults(page: BeautifulSoup) -> Iterator[str]:
    """Say what is wrong with a page."""
    tags, text = page.find_all(True), page.get_text(" ")
    if found := MAIL.search(text):
        yield f"an e-mail address: {found.group()}"
    if "None" in text.split() or "{{" in text or "{%" in text:
        yield "something of the template"
    for tag in tags:
        yield from faults_of(tag)
    levels = [int(tag.name[1]) for tag in tags if HEADING.match(tag.name)]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    if any(after > before + 1 for before, after in zip(levels, levels[1:], strict=False)):
        yield f"levels of headings: {levels}"
    if not page.html.get("lang"):
        yield "no language"
    if not page.title or not page.title.get_text(strip=True):
        yield "no title"
    identifiers = Counter(tag["id"] for tag in tags if "id" in tag.attrs)
    if twice := sorted(name for name, times in identifiers.items() if times > 1):
        yield f"ids used twice: {twice}"


def faults_of(tag: Tag) -> Iterator[str]:
    """Say what is wrong with one element."""
    yield from (f"{name}= on <{tag.name}>" for name in tag.attrs if refused(name))
    if tag.name == "a" and tag.get("href", "").startswith("mailto:"):
        yield "a mailto: link"
    data = tag.get("type") in ("application/ld+json", "application/json")
    if tag.name == "style" or (tag.name == "script" and not (tag.get("src") or data)):
        yield f"<{tag.name}> in the page, which the policy refuses"
    if tag.name == "img" and "alt" not in tag.attrs:
        yield "an image without alt"
    fetched = tag.get(FETCHED.get(tag.name, ""), "")
    if tag.name == "link" and LINKED & set(tag.get("rel", ())):
        fetched = tag["href"]
    if urlsplit(str(fetched)).netloc:
        yield f"fetched from elsewhere: {fetched}"


def refused(attribute: str) -> bool:
    return attribute == "style" or attribute.startswith("on")


@pytest.mark.django_db
def test_every_page_reached_from_the_home_page_is_sound(client, caplog, asked):
    known = {page.get_url() for page in visible(asked())}
    pages = dict(walk(client, known))
    assert len(pages) > 140
    # A slot or a section that fails is left out of the page, and logged.
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    found = {address: list(faults(page)) for address, page in pages.items()}
    assert {address: each for address, each in found.items() if each} == {}
    titles = Counter((page.html["lang"], page.title.get_text()) for page in pages.values())
    assert not {title for title, times in titles.items() if times > 1}, "The same title twice."
