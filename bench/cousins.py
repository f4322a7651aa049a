"""Measure the cousins of a défi against the page of one, on synthetic défis.

    python bench/cousins.py [--defis 1000 5000]

A scratch database is made in a temporary folder. Read the ratios: the milliseconds depend on the
machine. "From nothing" reads and weighs every fiche, once in the life of a cache; "after a change"
is what the first visitor pays when one défi was published.
"""

import argparse
import logging
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
REPEATS = 5
SUBJECTS = [
    "accueil",
    "mobilité",
    "habitants",
    "guichet",
    "numérique",
    "école",
    "agents",
    "élus",
    "quartier",
    "forêt",
]


def words(number: int) -> list[str]:
    """Return word-like words, the subjects of défis among the most frequent."""
    rng = random.Random(1)
    syllables = [c + v for c in "bcdfglmnprstv" for v in "aeiou"]
    tails = ["al", "eur", "ité", "ement", "iste", "oir", "ure", "ance", "ette", "ail"]
    made = {"".join(rng.choices(syllables, k=2)) + rng.choice(tails) for _ in range(number)}
    return [*SUBJECTS, *sorted(made)]


def make(index: object, start: int, stop: int) -> None:
    """Publish défis of about 150 words, with two obstacles each, below ``index``."""
    from django.utils import timezone

    from defis.models import DefiPage, Obstacle

    rng = random.Random(start)
    known = words(2_000)
    odds = [1 / rank for rank in range(1, len(known) + 1)]

    def text(length: int) -> str:
        return " ".join(rng.choices(known, odds, k=length))

    for number in range(start, stop):
        page = DefiPage(
            number=number,
            slug=f"defi-{number}",
            title=f"Comment {text(14)} ?",
            short_name=text(2),
            summary=text(30),
            working_question=text(20),
            stakes=[{"type": "paragraph", "value": f"<p>{text(80)}</p>"}],
            last_published_at=timezone.now(),
        )
        page.obstacles = [Obstacle(text=text(8)), Obstacle(text=text(8))]
        index.add_child(instance=page)


def milliseconds(call: Callable[[], object], repeats: int = REPEATS) -> float:
    """Return the median duration of ``call``."""
    durations = []
    for _ in range(repeats):
        start = perf_counter()
        call()
        durations.append((perf_counter() - start) * 1000)
    return statistics.median(durations)


def measure(number: int, index: object) -> None:
    """Print what the cousins cost with ``number`` défis, as ratios to the page of a défi."""
    from django.core.cache import cache
    from django.test import Client

    from defis.cousins import kept
    from defis.models import DefiPage

    client = Client()
    defi = DefiPage.objects.child_of(index).last()
    address = defi.get_url()
    assert client.get(address).status_code == 200
    page = milliseconds(lambda: client.get(address))

    def ask() -> None:
        assert client.get("/defis/cousins/", {"q": "l’accueil des habitants au guichet"}).json()

    def from_nothing() -> None:
        cache.clear()
        ask()

    def after_a_change() -> None:
        DefiPage.objects.filter(pk=defi.pk).update(last_published_at=None)
        kept.generation.begin_again()
        ask()

    def another_process() -> None:
        kept._indexes.clear()
        ask()

    ask()
    print(f"{number} défis; the page of one: {page:.0f} ms, cousins included")
    for label, call, repeats in (
        ("a question", ask, REPEATS),
        ("another process starts", another_process, 3),
        ("after a change", after_a_change, 3),
        ("from nothing", from_nothing, 1),
    ):
        print(f"  {label}: {milliseconds(call, repeats) / page:.2f} times the page")


def main() -> None:
    """Make the défis, measure at each number asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--defis", type=int, nargs="+", default=[1_000, 5_000])
    numbers = sorted(parser.parse_args().defis)
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("MAILLAGE_VAR_DIR", folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.test")
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command
        from django.db import transaction

        settings.ALLOWED_HOSTS = ["*"]
        settings.DATABASES["default"]["NAME"] = f"{folder}/bench.sqlite3"
        settings.CACHES["default"] = {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": f"{folder}/cache",
        }
        settings.WAGTAILSEARCH_BACKENDS["default"]["AUTO_UPDATE"] = False
        logging.disable(logging.INFO)
        call_command("migrate", verbosity=0)
        from wagtail.models import Site
        from wagtail.signal_handlers import disable_reference_index_auto_update

        from defis.models import DefiIndexPage

        home = Site.objects.get(is_default_site=True).root_page
        index = home.add_child(instance=DefiIndexPage(title="Défis", slug="defis"))
        done = 0
        for number in numbers:
            with disable_reference_index_auto_update(), transaction.atomic():
                make(index, done + 1, number + 1)
            done = number
            measure(number, index)


if __name__ == "__main__":
    main()
