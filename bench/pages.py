"""Measure each kind of public page on the demonstration, served as in production.

    python bench/pages.py [--times 15]

For each page: SQL queries with empty caches, the median time of an answer in milliseconds and as a
multiple of that of ``/healthz`` in the same run (the milliseconds depend on the machine, read the
ratio), kilobytes on the wire without and with images, requests, elements and EcoIndex. Needs a
Chromium. The database is SQLite, or PostgreSQL next to the one that ``DATABASE_URL`` names.
"""

import argparse
import http.client
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import ecoindex  # noqa: E402 - needs the path above
from tests.browser.served import Served, serve  # noqa: E402
from tests.browser.visits import Visit, visit  # noqa: E402
from tests.browser.windows import launch, new_window  # noqa: E402

LARGE = {"width": 1920, "height": 1080}
HEADINGS = ("queries", "ms", "x healthz", "kB bare", "kB", "requests", "elements", "EcoIndex")


def main() -> None:
    """Serve the demonstration, measure it and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=15, help="answers that a median is made of")
    parser.add_argument("--count-queries", nargs="+", metavar="PATH", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.count_queries:
        print(json.dumps(count_queries(options.count_queries)))
        return
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder), "bench") as site:
        paths = addresses(site)
        queries = ask_for_queries(site, list(paths.values()))
        times = median_times(site, ["/healthz", *paths.values()], options.times)
        visits = open_all(site, paths)
    print(f"{'':26}" + "".join(f"{heading:>10}" for heading in HEADINGS))
    for kind, path in paths.items():
        seen = visits[kind]
        points = ecoindex.score(seen.elements, len(seen.asked), seen.weight)
        figures = (
            f"{queries[path]:10}{times[path]:10.1f}{times[path] / times['/healthz']:10.1f}"
            f"{seen.weight_without_images:10.1f}{seen.weight:10.1f}{len(seen.asked):10}"
            f"{seen.elements:10}{points:8} {ecoindex.grade(points)}"
        )
        print(f"{kind:26}{figures}")


def addresses(site: Served) -> dict[str, str]:
    """Return the path of each kind of page that answers 200."""
    # The page types are known once Django is set up, which only the other process does.
    others = {
        "search, found": "/recherche/?q=d%C3%A9fi",
        "list as a table": "/defis/?vue=table",
        "list, filtered": "/defis/?etat=prototyped&q=rennes",
        "site map": "/plan-du-site/",
    }
    types = {kind: path for kind, (path, _number) in site.examples.items() if "." in kind}
    return types | others


def ask_for_queries(site: Served, paths: list[str]) -> dict[str, int]:
    """Return the number of queries by path, counted in a process of the served site."""
    done = subprocess.run(
        [sys.executable, __file__, "--count-queries", *paths],
        cwd=ROOT,
        env=site.variables,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def count_queries(paths: list[str]) -> dict[str, int]:
    """Return the number of queries of each path with empty caches, in this process."""
    import django

    django.setup()
    from django.core.cache import cache
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="127.0.0.1")
    counts = {}
    for path in paths:
        # Content types and templates are read once per process, not per page.
        client.get(path)
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        counts[path] = len(queries)
    return counts


def median_times(site: Served, paths: list[str], times: int) -> dict[str, float]:
    """Return the median milliseconds of an answer by path, taken in turns."""
    durations: dict[str, list[float]] = {path: [] for path in paths}
    connection = http.client.HTTPConnection(urlsplit(site.url).netloc)
    for _ in range(times):
        for path in paths:
            start = perf_counter()
            connection.request("GET", path)
            connection.getresponse().read()
            durations[path].append((perf_counter() - start) * 1000)
    connection.close()
    return {path: statistics.median(taken) for path, taken in durations.items()}


def open_all(site: Served, paths: dict[str, str]) -> dict[str, Visit]:
    """Return a first visit to each page."""
    visits = {}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for kind, path in paths.items():
            context = new_window(browser, site, viewport=LARGE)
            visits[kind] = visit(context, site.url + path)
            context.close()
        browser.close()
    return visits


if __name__ == "__main__":
    main()
