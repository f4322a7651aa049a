"""What pages tell machines: only types and properties that schema.org has, filled as it asks."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.page_types import PAGE_TYPES, example, label

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

VOCABULARY = json.loads(
    (Path(__file__).parents[1] / "vocabularies" / "schema_org.json").read_text(encoding="utf-8")
)
TEXTS = {"Text", "URL", "Date", "DateTime", "Time", "Duration", "Language", "Boolean", "Number"}
NUMBERS = {"Number", "Integer", "Float", "Text"}


def lineage(name: str) -> set[str]:
    """Return a type and all those above it."""
    return {name}.union(*(lineage(parent) for parent in VOCABULARY[name]["parents"]))


def faults(data: dict[str, Any], path: str = "") -> Iterator[str]:
    """Say what schema.org does not know in ``data``."""
    kinds = data["@type"] if isinstance(data["@type"], list) else [data["@type"]]
    unknown = [kind for kind in kinds if kind not in VOCABULARY]
    if unknown:
        yield f"{path}: no such type {unknown}"
        return
    known: dict[str, list[str]] = {}
    for kind in set().union(*(lineage(kind) for kind in kinds)):
        known |= VOCABULARY[kind]["properties"]
    for name, value in data.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{path}{name}: no property of {kinds}"
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from value_faults(each, set(known[name]), f"{path}{name}")


def value_faults(value: Any, ranges: set[str], path: str) -> Iterator[str]:
    """Say what is wrong with one value of a property that holds ``ranges``."""
    if isinstance(value, dict):
        if "@type" not in value:
            if set(value) != {"@id"}:
                yield f"{path}: an object without type"
            return
        yield from faults(value, f"{path}.")
        kinds = value["@type"] if isinstance(value["@type"], list) else [value["@type"]]
        above = set().union(*(lineage(kind) for kind in kinds if kind in VOCABULARY))
        if "Thing" not in ranges and not above & ranges:
            yield f"{path}: {kinds} is none of {sorted(ranges)}"
    elif isinstance(value, int | float):
        if not ranges & (NUMBERS | {"Boolean"}):
            yield f"{path}: a number is none of {sorted(ranges)}"
    elif not value or not isinstance(value, str):
        yield f"{path}: {value!r} says nothing"
    elif not ranges & TEXTS and not value.startswith("https://schema.org/"):
        yield f"{path}: a text is none of {sorted(ranges)}"


def told(client: Any, address: str) -> list[dict[str, Any]]:
    """Return the blocks of structured data of a page."""
    page = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    blocks = page.find_all("script", type="application/ld+json")
    return [json.loads(block.string) for block in blocks]


@pytest.mark.parametrize("model", PAGE_TYPES, ids=label)
def test_a_page_says_what_it_is_in_words_of_the_vocabulary(model, client):
    blocks = told(client, example(model).get_url())
    assert blocks
    for data in blocks:
        assert data["@context"] == "https://schema.org"
        assert list(faults(data)) == []


def test_the_check_finds_what_is_wrong():
    wrong = {
        "@type": "DefinedTerm",
        "name": "Défi",
        "license": "https://example.org/",
        "inDefinedTermSet": {"@type": "Person", "name": "Nul"},
    }
    assert [fault.split(":")[0] for fault in faults(wrong)] == ["license", "inDefinedTermSet"]
    assert list(faults({"@type": "Zorglub"})) == [": no such type ['Zorglub']"]
