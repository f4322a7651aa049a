"""Compare the project's search backend with the one that Wagtail ships, on synthetic pages.

    python bench/search.py [--pages 10000] [--database postgres://user:password@host/name]

A scratch database is made next to the one given (SQLite in a temporary folder by default) and
dropped at the end. Both backends are measured in the same run, on the same pages: read the ratios,
the milliseconds depend on the machine. A search is the first page of results and their number; a
completion, ten pages. Pages are made of the demonstration's French words, whose frequencies follow
Zipf's law. What ``community.search.postgres_index`` does to PostgreSQL is there for the project's
backend only. The stock backend needs half a minute for a common word on SQLite: after ``--limit``
seconds it is not asked again, and the table says how often it was.
"""

import argparse
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

# What follows is found by the path.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.scratch import OWN, create_pages, scratch_database  # noqa: E402
from bench.vocabulary import telling, vocabulary  # noqa: E402

STOCK = "modelsearch.backends.database"


class Figure(NamedTuple):
    """What one query took, in milliseconds."""

    found: int
    median: float
    p95: float
    times: int


def queries(words: list[str]) -> dict[str, tuple[str, str]]:
    """Return what to measure: for each label, the method to call and the text to look for."""
    known = telling(words)
    return {
        "common word": ("search", known[0]),
        "three common words": ("search", " ".join(known[:3])),
        "a question": ("search", "comment {} les {} dans la {} ?".format(*known[3:6])),
        "less common word": ("search", known[500]),
        "rare word": ("search", known[-1]),
        "completion of 3 letters": ("autocomplete", known[0][:3]),
        "completion of 5 letters": ("autocomplete", known[10][:5]),
        "completion of a second word": ("autocomplete", f"{known[0]} {known[7][:4]}"),
    }


def timed(call: Callable[[], object], times: int, limit: float) -> tuple[float, float, int]:
    """Return the median and the 95th percentile of ``call``, and how often it was made.

    It is made ``times`` times, fewer when they take more than ``limit`` seconds in all.
    """
    durations: list[float] = []
    while len(durations) < times and sum(durations) < limit * 1000:
        start = perf_counter()
        call()
        durations.append((perf_counter() - start) * 1000)
    p95 = sorted(durations)[round(0.95 * (len(durations) - 1))]
    return statistics.median(durations), p95, len(durations)


def ask(method: Callable, text: str, *, counted: bool) -> int:
    """Ask as a page does: some results and, when ``counted``, how many there are in all."""
    from wagtail.models import Page

    results = method(text, Page.objects.filter(live=True))
    shown = list(results[: 20 if counted else 10])
    return results.count() if counted else len(shown)


def measure(
    path: str, pages: list, asked: dict[str, tuple[str, str]], times: int, limit: float
) -> dict[str, Figure]:
    """Index ``pages`` with the backend at ``path``, then return the figures by label."""
    from django.db import connection
    from modelsearch.backends import get_search_backend
    from wagtail.models import Page

    backend = get_search_backend(path)
    backend.reset_indexes()
    figures = {"indexing": Figure(len(pages), *timed(lambda: backend.add_bulk(Page, pages), 1, 1))}
    if connection.vendor == "postgresql":
        # A server does so by itself, within a minute; SQLite never does.
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    for label, (name, text) in asked.items():
        method, counted = getattr(backend, name), name == "search"
        found = ask(method, text, counted=counted) if path == OWN else 0

        def call(method: Callable = method, text: str = text, counted: bool = counted) -> None:
            ask(method, text, counted=counted)

        figures[label] = Figure(found, *timed(call, times, limit))
    return figures


def main() -> None:
    """Make the database, measure both backends and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=40, help="times each query is made")
    parser.add_argument("--limit", type=float, default=30, help="seconds a query is repeated for")
    parser.add_argument("--database", default="", help="URL; SQLite in a temporary file by default")
    options = parser.parse_args()
    with scratch_database(options.database):
        from django.db import connection
        from wagtail.models import Page
        from wagtail.search import index

        from community.search.postgres_index import (
            create_postgres_index,
            drop_postgres_index,
            tune_postgres,
            untune_postgres,
        )

        Page.search_fields = [*Page.search_fields, index.SearchField("search_description")]
        words = vocabulary()
        pages = create_pages(options.pages, words)
        limits = {"times": options.times, "limit": options.limit}
        with connection.schema_editor() as editor:
            create_postgres_index(None, editor)
            tune_postgres(None, editor)
        own = measure(OWN, pages, queries(words), **limits)
        with connection.schema_editor() as editor:
            drop_postgres_index(None, editor)
            untune_postgres(None, editor)
        stock = measure(STOCK, pages, queries(words), **limits)
    show(connection.vendor, own, stock)


def show(vendor: str, own: dict[str, Figure], stock: dict[str, Figure]) -> None:
    """Print the table: milliseconds, and how many times longer the stock backend takes."""
    headings = ("found", "own", "p95", "stock", "p95", "asked", "ratio", "p95")
    print(f"{own['indexing'].found} pages on {vendor}, {len(vocabulary())} words; milliseconds")
    print(f"{'':28}" + "".join(f"{heading:>10}" for heading in headings))
    for label, ours in own.items():
        theirs = stock[label]
        print(
            f"{label:28}{ours.found:10}{ours.median:10.1f}{ours.p95:10.1f}{theirs.median:10.1f}"
            f"{theirs.p95:10.1f}{theirs.times:10}{theirs.median / ours.median:10.1f}"
            f"{theirs.p95 / ours.p95:10.1f}"
        )


if __name__ == "__main__":
    main()
