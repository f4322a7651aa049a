"""Every template of the project compiles, and what it includes or extends exists."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

pytestmark = pytest.mark.whatever_the_database

FOLDER = settings.BASE_DIR / "templates"
TEMPLATES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.*"))
NAMED = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_compiles_with_all_that_it_names(name):
    get_template(name)
    for other in NAMED.findall((FOLDER / name).read_text(encoding="utf-8")):
        get_template(other)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_used(name):
    """By a page type, a block, another template, or a name that a library looks for."""
    libraries = r"^(wagtailcore|wagtailadmin|wagtailsearchpromotions|account|mfa)/"
    looked_for = re.compile(rf"^(4\d\d|500)\.html$|{libraries}|_page\.html$|\.txt$")
    if looked_for.search(name):
        return
    sources = [
        *FOLDER.rglob("*.*"),
        *(
            path
            for package in ("community", "defis", "events", "home", "methods")
            for path in (settings.BASE_DIR / package).rglob("*.py")
        ),
    ]
    assert any(name in text(path) for path in sources)


def text(path: Path, _known: dict[Path, str] = {}) -> str:  # noqa: B006 - read once
    if path not in _known:
        _known[path] = path.read_text(encoding="utf-8")
    return _known[path]
