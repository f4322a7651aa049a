"""A real server, a real browser, and people in front of it."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from .served import Served, serve
from .sessions import sign_in
from .windows import PHONE, Opener, launch, new_window

Desks = Callable[[str], BrowserContext]

# Machines are shared: an answer may take its time, and a right one ends the wait at once.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Served]:
    """The demonstration, served by gunicorn until the end of the tests.

    It belongs to all the tests: what one publishes, the others see.
    """
    with serve(tmp_path_factory.mktemp("served"), worker_id) as site:
        yield site


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium. Not for the whole session: its event loop is in the way of Django's database."""
    with sync_playwright() as playwright:
        chosen = launch(playwright)
        yield chosen
        chosen.close()


@pytest.fixture
def opened(browser: Browser, served: Served) -> Iterator[Opener]:
    """Open windows for one test: ``opened(viewport=PHONE)``."""
    contexts = []

    def open_window(**options: Any) -> BrowserContext:
        contexts.append(new_window(browser, served, **options))
        return contexts[-1]

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def reader(browser: Browser, served: Served) -> Iterator[Page]:
    """A visitor who goes from page to page: for tests that look, and need no fresh start."""
    context = new_window(browser, served)
    yield context.new_page()
    context.close()


@pytest.fixture
def visitor(opened: Opener) -> Page:
    """Somebody without an account, at a desk."""
    return opened().new_page()


@pytest.fixture
def phone(opened: Opener) -> Page:
    """Somebody without an account, in a courtyard."""
    return opened(viewport=PHONE, has_touch=True, is_mobile=True).new_page()


@pytest.fixture(scope="session")
def sessions() -> dict[str, Any]:
    """The cookies of those who have signed in once."""
    return {}


@pytest.fixture(scope="module")
def desks(browser: Browser, served: Served, sessions: dict[str, Any]) -> Iterator[Desks]:
    """Give the window in which somebody works, signed in, with what its cache holds already."""
    contexts: dict[str, BrowserContext] = {}

    def desk(role: str) -> BrowserContext:
        if role not in contexts:
            context = new_window(browser, served, storage_state=sessions.get(role))
            if role not in sessions:
                sign_in(context.new_page(), served.accounts[role])
                sessions[role] = context.storage_state()
            contexts[role] = context
        return contexts[role]

    yield desk
    for context in contexts.values():
        context.close()


@pytest.fixture
def signed_in(desks: Desks) -> Iterator[Callable[[str], Page]]:
    """Give a new tab of somebody who is signed in: editor, coordinator or porteur."""
    tabs = []

    def new_tab(role: str) -> Page:
        tabs.append(desks(role).new_page())
        return tabs[-1]

    yield new_tab
    for tab in tabs:
        tab.close()


@pytest.fixture
def editor(signed_in: Callable[[str], Page]) -> Page:
    """Somebody who writes and publishes."""
    return signed_in("editor")


@pytest.fixture(autouse=True)
def nothing_wrong_in_the_log(served: Served) -> Iterator[None]:
    """Fail a test during which the server met an error, whatever the browser showed."""
    before = os.path.getsize(served.log)
    yield
    with served.log.open(encoding="utf-8") as log:
        log.seek(before)
        faults = [line for line in log if " ERROR " in line or line.startswith("Traceback")]
    assert not faults, "".join(faults)
