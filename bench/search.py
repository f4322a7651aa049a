"""Compare the project's search backend with the one that Wagtail ships, on synthetic pages.

    python bench/search.py [--pages 3000] [--database postgres://user:password@host/name]

A scratch database is made next to the one given (SQLite in a temporary folder by default) and
dropped at the end. Both backends are measured in the same run, on the same pages: read the ratios,
the milliseconds depend on the machine. PostgreSQL's own index (community.search.postgres_index) is
there for the project's backend only.
"""

import argparse
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import dj_database_url
import django
from django.conf import settings

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

OWN = "community.search.backend"
STOCK = "modelsearch.backends.database"
REPEATS = 5

SUBJECTS = "innovation territoire méthode usager service défi prototype mobilité commune acteur"
TAILS = "al eur ité ement iste oir ure ance ette ail"


def vocabulary() -> list[str]:
    """Return a thousand word-like words, the ones that queries use among the most frequent."""
    syllables = [c + v for c in "bcdfglmnprstv" for v in "aeiou"]
    tails = TAILS.split()
    rng = random.Random(1)
    words = {rng.choice(syllables) + rng.choice(syllables) + rng.choice(tails) for _ in range(1200)}
    return SUBJECTS.split() + sorted(words)


def queries(words: list[str]) -> dict[str, tuple[str, str]]:
    """Return what to measure: for each label, the method to call and the text to look for."""
    return {
        "common word": ("search", words[0]),
        "three common words": ("search", " ".join(words[:3])),
        "less common word": ("search", words[30]),
        "rare word": ("search", words[-1]),
        "completion": ("autocomplete", words[0][:3]),
    }


def create_pages(number: int, words: list[str]) -> list:
    """Create ``number`` pages under the root, of about 120 words each, and return them."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Locale, Page

    rng = random.Random(2)
    frequencies = [1 / rank for rank in range(1, len(words) + 1)]
    root = Page.get_first_root_node()
    first = root.numchild + 1
    shared = {
        "content_type": ContentType.objects.get_for_model(Page),
        "locale": Locale.get_default(),
        "depth": root.depth + 1,
    }
    return Page.objects.bulk_create(
        Page(
            title=" ".join(rng.choices(words, frequencies, k=4)),
            slug=f"page-{index}",
            url_path=f"/page-{index}/",
            path=Page._get_path(root.path, root.depth + 1, index),
            search_description=" ".join(rng.choices(words, frequencies, k=120)),
            **shared,
        )
        for index in range(first, first + number)
    )


def milliseconds(call: Callable[[], object]) -> float:
    """Return the median duration of ``call``."""
    durations = []
    for _ in range(REPEATS):
        start = perf_counter()
        call()
        durations.append((perf_counter() - start) * 1000)
    return statistics.median(durations)


def measure(path: str, pages: list, asked: dict[str, tuple[str, str]]) -> dict[str, float]:
    """Index ``pages`` with the backend at ``path``, then return the figures by label."""
    from django.db import connection
    from modelsearch.backends import get_search_backend
    from wagtail.models import Page

    backend = get_search_backend(path)
    backend.reset_indexes()
    start = perf_counter()
    backend.add_bulk(Page, pages)
    figures = {"indexing": (perf_counter() - start) * 1000}
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    for label, (method, text) in asked.items():
        results = getattr(backend, method)(text, Page.objects.filter(live=True))
        figures[f"{label}, pages found"] = results.count()
        figures[f"{label}, first 20"] = milliseconds(lambda found=results: list(found[:20]))
        figures[f"{label}, count"] = milliseconds(lambda found=results: found[:].count())
    return figures


@contextmanager
def scratch_database(url: str) -> Iterator[None]:
    """Configure Django and make a database for the time of the block."""
    with tempfile.TemporaryDirectory() as folder:
        database = dj_database_url.parse(url or f"sqlite:///{folder}/unused.sqlite3")
        database["TEST"] = {"NAME": f"{folder}/bench.sqlite3" if not url else "search_bench"}
        settings.configure(
            DATABASES={"default": database},
            DEFAULT_AUTO_FIELD="django.db.models.AutoField",
            INSTALLED_APPS=[
                "wagtail.search",
                "wagtail",
                "taggit",
                "django.contrib.auth",
                "django.contrib.contenttypes",
            ],
            LANGUAGE_CODE="fr",
            STATIC_URL="/static/",
            USE_TZ=True,
            WAGTAILSEARCH_BACKENDS={"default": {"BACKEND": OWN}},
        )
        django.setup()
        from django.db import connection

        name = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)


def main() -> None:
    """Make the database, measure both backends and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--database", default="", help="URL; SQLite in a temporary file by default")
    options = parser.parse_args()
    with scratch_database(options.database):
        from django.db import connection
        from wagtail.models import Page
        from wagtail.search import index

        from community.search.postgres_index import create_postgres_index, drop_postgres_index

        Page.search_fields = [*Page.search_fields, index.SearchField("search_description")]
        words = vocabulary()
        pages = create_pages(options.pages, words)
        with connection.schema_editor() as editor:
            create_postgres_index(None, editor)
        own = measure(OWN, pages, queries(words))
        with connection.schema_editor() as editor:
            drop_postgres_index(None, editor)
        stock = measure(STOCK, pages, queries(words))
        sys.stdout.write(f"{options.pages} pages on {connection.vendor}, medians of {REPEATS}\n")
        sys.stdout.write(f"{'milliseconds':34}{'own':>10}{'stock':>12}{'stock/own':>12}\n")
        for label, figure in own.items():
            ratio = stock[label] / figure
            sys.stdout.write(f"{label:34}{figure:10.1f}{stock[label]:12.1f}{ratio:12.1f}\n")


if __name__ == "__main__":
    main()
