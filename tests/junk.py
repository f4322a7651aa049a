"""What nobody sane writes in a query string, and what must come of it."""

import re
from typing import Any
from urllib.parse import quote

import pytest

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = "\"'><img src=x onerror=alert(1)>"
# Already percent-encoded where the client must not do it.
JUNK = {
    "word": "abc",
    "negative": "-1",
    "zero": "0",
    "huge": "999999999999999999999",
    "float": "1e309",
    "null": "%00",
    "empty": "",
    "quotes": quote("'\"\\`"),
    "sql": quote("' OR 1=1; --"),
    "search operators": quote('NOT (a* OR "b") AND ^c:d NEAR/3 & | ! <->'),
    "long": "a" * 10_000,
    "many words": quote("a " * 5_000),
    "emoji": quote("🦄👩‍👩‍👧"),
    "script": quote(SCRIPT),
    "attribute": quote(BREAKOUT),
    "accent": quote("é"),
    "not UTF-8": "%C3%28",
    "lone surrogate": "%ED%A0%80",
    "format": quote("{0.__class__} %s %(x)s ${7*7} {{7*7}} {% now %}"),
    "line break": "a%0D%0ASet-Cookie:%20a=b",
    "list": "[]",
}
#: What a page does with these is the same whatever the database: they are words, or no number.
WORDS = {"word", "empty", "script", "attribute", "accent", "format", "line break", "list"}


def each_junk(*left_out: str) -> list[Any]:
    """Return the kinds of junk for a test of each; on a second database, what it may refuse."""
    once = pytest.mark.whatever_the_database
    kinds = [kind for kind in JUNK if kind not in left_out]
    return [pytest.param(kind, marks=[once] * (kind in WORDS)) for kind in kinds]


def query_of(names: list[str], value: str) -> str:
    """Return a query string with each parameter once alone, and once more as a list."""
    once = [f"{name}={value}" for name in names]
    again = [f"{name}[]={value}&{name}={value}" for name in names]
    return "&".join(once + again)


def check(response: Any, *, cut: bool = True) -> None:
    """Refuse a failure of the server, what a browser would run, and with ``cut`` long values."""
    assert response.status_code < 500
    html = response.content.decode(errors="replace")
    assert SCRIPT not in html
    assert "<img src=x" not in html
    assert not re.search(r"\"'><", html)
    assert "Set-Cookie: a=b" not in str(response.headers)
    assert not cut or "a" * 1_000 not in html, "Ten thousand characters came back."
