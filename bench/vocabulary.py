"""The words of the demonstration, for measures on pages that look like its own."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

DEMO = Path(__file__).resolve().parents[1] / "demo"


def vocabulary() -> list[str]:
    """Return the words of the demonstration's texts, the most frequent first."""
    texts = (
        re.sub("<[^>]*>", " ", text)
        for path in sorted(DEMO.rglob("*.toml"))
        for text in strings(tomllib.loads(path.read_text("utf-8")))
        if " " in text
    )
    words = chain.from_iterable(re.findall(r"[^\W\d_]{2,}", text.lower()) for text in texts)
    return [word for word, _times in Counter(words).most_common()]


def strings(value: Any) -> Iterator[str]:
    """Return every string of a TOML document."""
    match value:
        case str():
            yield value
        case list():
            yield from chain.from_iterable(map(strings, value))
        case dict():
            yield from chain.from_iterable(map(strings, value.values()))


def telling(words: list[str]) -> list[str]:
    """Return those of ``words`` that somebody may look for, in the same order."""
    from community.search.analysis import STOP_WORDS, fold

    return [word for word in words if len(word) > 3 and fold(word) not in STOP_WORDS]
