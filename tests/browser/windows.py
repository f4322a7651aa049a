"""The browser, and the windows that people open in it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright

from tests.browsers import chromium

from .served import Served

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
# Milliseconds: on a shared machine everything takes its time, and a fault must not take for ever.
PATIENCE = 60_000
Opener = Callable[..., BrowserContext]


def launch(playwright: Playwright) -> Browser:
    """Start Chromium."""
    return playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))


def new_window(browser: Browser, served: Served, **options: Any) -> BrowserContext:
    """Open a window that knows nothing of the others."""
    settings = {
        "base_url": served.url,
        "viewport": DESKTOP,
        "locale": "fr-FR",
        # What moves smoothly is not yet where it goes when a test looks.
        "reduced_motion": "reduce",
        **options,
    }
    context = browser.new_context(**settings)
    context.set_default_timeout(PATIENCE)
    return context
