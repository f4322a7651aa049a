"""Measure composing a session, and the composer's pages, with more and more methods.

    python bench/composer.py [--times 15] [--methods 1000]

For 40 methods and then for ``--methods``: the median milliseconds of composing alone (no database)
and of each page, and the latter as a multiple of the toolbox's first page in the same run: the
milliseconds depend on the machine, read the ratio. SQL queries stand beside. Works on a copy of the
test database in memory: nothing is kept.
"""

import argparse
import logging
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.test")

WISH = "duree=120&personnes=12&famille=understand&lieu=on_site"
FEW = 40


def main() -> None:
    """Fill a database, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=15, help="answers that a median is made of")
    parser.add_argument("--methods", type=int, default=1000, help="how many methods at the end")
    options = parser.parse_args()
    import django

    django.setup()
    from django.db import connection, transaction
    from django.test.utils import setup_test_environment

    from tests.demonstration import load_demonstration

    setup_test_environment()
    logging.disable(logging.WARNING)
    connection.settings_dict["NAME"] = ":memory:"
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    load_demonstration()
    print(f"{'methods':>8}{'page':>12}{'queries':>9}{'ms':>9}{'x toolbox':>11}")
    with transaction.atomic():
        for number in (FEW, options.methods):
            make_methods(number)
            measure(number, options.times)
        transaction.set_rollback(True)


def make_methods(number: int) -> None:
    """Leave so many methods published: copies of those of the demonstration."""
    from methods.models import MethodPage
    from tests.page_types import index_of

    index = index_of(MethodPage)
    kept = list(MethodPage.objects.child_of(index).live().order_by("path"))
    for page in kept[number:]:
        MethodPage.objects.filter(pk=page.pk).update(live=False)
    for place in range(number - len(kept)):
        source = kept[place % len(kept)]
        changes = {"slug": f"{source.slug}-n{place}", "title": f"{source.title} n{place}"}
        source.copy(update_attrs=changes, copy_revisions=False, keep_live=True, log_action=None)


def measure(number: int, times: int) -> None:
    """Print a line for composing alone and for each page."""
    from django.db import connection
    from django.test import Client, RequestFactory
    from django.test.utils import CaptureQueriesContext

    from methods.composer.compose import compose
    from methods.composer.desk import Desk
    from methods.models import MethodPage
    from tests.page_types import index_of

    request = RequestFactory().get(f"/composer/?{WISH}")
    desk = Desk.read(request)
    facts = desk.catalogue
    alone = median(lambda: compose(desk.plan.wish, facts), times)
    client = Client()
    toolbox = index_of(MethodPage).get_url()
    address = client.get(f"/composer/?{WISH}")["Location"].split("#")[0]
    pages = {
        "toolbox": toolbox,
        "proposing": f"/composer/?{WISH}",
        "composer": address,
        "run sheet": address.replace("/composer/", "/composer/deroule/"),
    }
    client.get(toolbox)
    unit = median(lambda: client.get(toolbox), times)
    print(f"{number:8}{'(compose)':>12}{'0':>9}{alone:9.1f}{alone / unit:11.2f}")
    for name, path in pages.items():
        client.get(path)
        connection.queries_log.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        taken = median(lambda path=path: client.get(path), times)
        print(f"{number:8}{name:>12}{len(queries):9}{taken:9.1f}{taken / unit:11.2f}")


def median(work: Callable[[], object], times: int) -> float:
    """Return the median milliseconds of doing ``work`` so many times."""
    durations = []
    for _ in range(times):
        start = perf_counter()
        work()
        durations.append((perf_counter() - start) * 1000)
    return statistics.median(durations)


if __name__ == "__main__":
    main()
