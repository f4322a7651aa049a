"""Which Chromium the browser tests use."""

from functools import cache
from shutil import which

from community.settings import environment as env

NAMES = ("chromium", "chromium-browser", "google-chrome")


@cache
def chromium() -> str:
    """Return the path of a Chromium, ``MAILLAGE_CHROMIUM`` first; empty when there is none."""
    return env.text("MAILLAGE_CHROMIUM", "") or next(filter(None, map(which, NAMES)), "")
