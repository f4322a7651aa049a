"""What people type finds what they want: the table ``search_pairs.toml``, asked one by one."""

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

TABLE: dict[str, dict[str, list[dict[str, Any]]]] = tomllib.loads(
    Path(__file__).with_name("search_pairs.toml").read_text("utf-8")
)
FIRST = 3
"""Results that are read before one tries something else."""

OVERALL, EACH_KIND = 0.95, 0.80
"""Shares of the rows that must be found, in all and of each kind."""


def ask(client: Client, language: str, text: str) -> list[dict[str, str]]:
    """Return what the search page answers to ``text``, in its order; any text must give a page."""
    prefix = "" if language == "fr" else f"/{language}"
    response = client.get(
        f"{prefix}/recherche/", {"q": text}, headers={"accept": "application/json"}
    )
    assert response.status_code == 200, f"“{text}” gives {response.status_code}."
    return response.json()["results"]


def answers(row: dict[str, Any], results: list[dict[str, str]]) -> bool:
    """Whether ``results`` are what a person wants who types this row of the table."""
    if not row["want"]:
        return not results
    first = results[:FIRST]
    # Titles have the narrow spaces of French, which nobody types in a table.
    titles = {" ".join(one["title"].split()) for one in first}
    shown = titles | {urlsplit(one["url"]).path for one in first}
    return not shown.isdisjoint(row["want"])


def report(misses: dict[str, list[str]], asked: dict[str, int]) -> str:
    """Return, kind by kind, the share found and what was shown in place of what was wanted."""
    lines = []
    for kind, number in asked.items():
        found = number - len(misses[kind])
        lines += [f"{kind}: {found} of {number}, {found / number:.0%}", *misses[kind]]
    return "\n".join(lines)


def test_what_people_want_is_among_the_first_three_results(client):
    asked: dict[str, int] = {}
    misses: dict[str, list[str]] = defaultdict(list)
    for language, kinds in TABLE.items():
        for kind, rows in kinds.items():
            label = f"{kind} ({language})"
            for row in rows:
                results = ask(client, language, row["q"])
                # Junk that may find whatever it likes: a page is all that is wanted.
                if row.get("any"):
                    continue
                asked[label] = asked.get(label, 0) + 1
                if not answers(row, results):
                    shown = " · ".join(one["title"] for one in results[:FIRST]) or "nothing"
                    misses[label].append(f"    “{row['q']}” shows {shown}")
    found = sum(asked.values()) - sum(map(len, misses.values()))
    assert found / sum(asked.values()) >= OVERALL, report(misses, asked)
    for label, number in asked.items():
        assert (number - len(misses[label])) / number >= EACH_KIND, report(misses, asked)
