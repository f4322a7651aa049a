"""Time the search page and its suggestions on many pages beside the demonstration.

    [DATABASE_URL=postgres://user:password@host/name] python bench/search_page.py [--pages 10000]

The demonstration that the tests stand on is copied to a scratch database (SQLite in a temporary
folder by default) and plain pages of its words are added. For each query: results, median and 95th
percentile of a whole answer of ``/recherche/`` as HTML, as JSON, and of a suggestion; then the same
words asked of the backend that Wagtail ships, in the same run, for 20 results and their number, or
10 for a suggestion. Read the ratios, stock ÷ page: the milliseconds depend on the machine.
"""

import argparse
import logging
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

# What follows is found by the path.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.test")

from bench.search import STOCK, ask, queries, timed  # noqa: E402
from bench.vocabulary import vocabulary  # noqa: E402

SUFFIX = "_search_page_bench"


@contextmanager
def scratch_demonstration() -> Iterator[None]:
    """Set Django up on a copy of the demonstration for the time of the block."""
    import django

    with tempfile.TemporaryDirectory() as folder:
        address = os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/database.sqlite3")
        django.setup()
        from django.conf import settings
        from django.db import connection, connections

        from tests import postgres
        from tests.prepared import copy_demonstration, postgres_template

        settings.MEDIA_ROOT = Path(folder, "media")
        if address.startswith("sqlite"):
            copy_demonstration(Path(folder, "database.sqlite3"), settings.MEDIA_ROOT)
            yield
            return
        config, name = settings.DATABASES["default"], settings.DATABASES["default"]["NAME"]
        postgres.create(config, name + SUFFIX, postgres_template()[0])
        connection.settings_dict["NAME"] = name + SUFFIX
        try:
            yield
        finally:
            connections.close_all()
            postgres.drop(config, name + SUFFIX)


def add_pages(number: int, words: list[str]) -> None:
    """Publish ``number`` plain pages of about 250 words below the French home, and index them."""
    from django.utils import timezone

    from community.search.together import indexed_together
    from home.models import ContentPage, HomePage

    rng = random.Random(2)
    frequencies = [1 / rank for rank in range(1, len(words) + 1)]
    home = HomePage.objects.get(locale__language_code="fr")
    parent = home.add_child(instance=ContentPage(title="Dix mille pages", slug="beaucoup"))
    with indexed_together():
        for count in range(number):
            text = " ".join(rng.choices(words, frequencies, k=250))
            parent.add_child(
                instance=ContentPage(
                    title=" ".join(rng.choices(words, frequencies, k=6)),
                    slug=f"page-{count}",
                    body=[{"type": "paragraph", "value": f"<p>{text}</p>"}],
                    first_published_at=timezone.now(),
                )
            )


def main() -> None:
    """Make the pages, time the answers and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=20, help="times each query is made")
    parser.add_argument("--limit", type=float, default=30, help="seconds a query is repeated for")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    with scratch_demonstration():
        from django.db import connection
        from django.test import Client
        from modelsearch.backends import get_search_backend
        from wagtail.models import Page

        from community.search.engine.postgres_index import drop_postgres_index, untune_postgres

        words = vocabulary()
        add_pages(options.pages, words)
        if connection.vendor == "postgresql":
            connection.cursor().execute("VACUUM ANALYZE")
        client = Client()

        def median_p95(call: Callable[[], object]) -> tuple[float, float]:
            return timed(call, options.times, options.limit)[:2]

        own = {}
        for label, (method, text) in queries(words).items():
            whole = method == "search"
            page = "/recherche/" if whole else "/recherche/suggestions/"
            address = f"{page}?{urlencode({'q': text})}"
            own[label] = median_p95(lambda address=address: client.get(address))
            if whole:
                asked = f"{address}&format=json"
                print(label, client.get(asked).json()["count"], file=sys.stderr)
                own[f"{label}, JSON"] = median_p95(lambda asked=asked: client.get(asked))
        with connection.schema_editor() as editor:
            drop_postgres_index(None, editor)
            untune_postgres(None, editor)
        stock = get_search_backend(STOCK)
        stock.reset_indexes()
        for model in {page.specific_class for page in Page.objects.all() if page.specific_class}:
            stock.add_bulk(model, model.objects.all())
        print(f"{Page.objects.live().count()} pages on {connection.vendor}; milliseconds")
        headings = ("page", "p95", "stock", "p95", "ratio", "p95")
        print(f"{'':34}" + "".join(f"{heading:>10}" for heading in headings))
        for label, (method, text) in queries(words).items():
            name = getattr(stock, method)
            theirs = median_p95(
                lambda name=name, text=text, method=method: ask(
                    name, text, counted=method == "search"
                )
            )
            for kind in (label, f"{label}, JSON"):
                if ours := own.get(kind):
                    ratios = (theirs[0] / ours[0], theirs[1] / ours[1])
                    print(
                        f"{kind:34}" + "".join(f"{one:10.1f}" for one in (*ours, *theirs, *ratios))
                    )


if __name__ == "__main__":
    main()
