"""How long printing takes: a card, forty cards, a booklet of twenty pages.

    python bench/printing.py [--times 5]

On a text made up here, so without a database. Read the ratios; the milliseconds depend on the
machine. The first document of a process also reads the fonts and the templates.
"""

import argparse
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.test")
ADDRESS = "https://maillage.example/methodes/"


def sheets(number: int) -> list[dict]:
    """Return the data of so many methods with eight steps and the usual sections."""
    from community.printing import Section, Sheet, Step, lines, rich, steps

    advice = [f"Un conseil de longueur ordinaire, numéro {n} : dire pourquoi !" for n in range(4)]
    text = rich("<p>Écrire une <b>idée</b> par papier ; en silence.</p>")
    found = [Step(f"Étape {n}", "10 min", "En petits groupes de 4", text) for n in range(8)]
    parts = [
        Section("Quand s’en servir", lines(advice), narrow=True),
        Section("Quand s’en passer", lines(advice), narrow=True),
        Section("Étapes", steps(found), brief=steps(found), more="Étapes non reprises : #."),
        Section("Conseils", lines(advice), brief=lines(advice)),
    ]
    facts = [("Durée", "45 min"), ("Groupe", "de 4 à 24 personnes"), ("Lieu", "sur place")]
    origin = [("Source :", "Un bilan"), ("Licence :", "Creative Commons BY-SA 4.0")]
    return [
        Sheet(
            "Méthode",
            f"Méthode {n}",
            "Un but en une phrase, ni courte ni longue.",
            f"{ADDRESS}{n}/",
            "fr",
            facts,
            parts,
            origin,
        ).data()
        for n in range(number)
    ]


def booklet(number: int) -> dict:
    """Return the data of a bound booklet."""
    from community.printing import Raw, qr

    parts = sheets(number)
    words = ("kind", "count", "contents", "origins", "each", "unsaid", "qr_alt", "back")
    origins = [{"title": one["title"], "origin": one["origin"], "licensed": True} for one in parts]
    return {
        **dict.fromkeys(words, "Un mot"),
        "sheets": parts,
        "groups": [],
        "warnings": [],
        "all": origins,
        "qr": qr(ADDRESS),
        "url": Raw(ADDRESS),
    }


def milliseconds(work: Callable[[], object], times: int) -> float:
    """Return the median time of ``work``."""
    taken = []
    for _turn in range(times):
        start = perf_counter()
        work()
        taken.append(1000 * (perf_counter() - start))
    return statistics.median(taken)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=5, help="what a median is made of")
    times = parser.parse_args().times
    django.setup()
    from community.printing import pdf

    def draw(template: str, data: Callable[[], dict]) -> Callable[[], bytes]:
        return lambda: pdf(f"community/{template}.typ", data(), title="Essai", language="fr")

    print(f"{'first card of a process':32}{milliseconds(draw('card', one_card), 1):8.0f} ms")
    base = milliseconds(draw("card", one_card), times)
    works = {
        "a card": draw("card", one_card),
        "forty cards": draw("card", lambda: {"cards": sheets(40)}),
        "forty cards, four to a sheet": draw("four", lambda: {"cards": sheets(40)}),
        "a booklet of twenty pages": draw("booklet", lambda: booklet(20)),
        "a booklet of sixty pages": draw("booklet", lambda: booklet(60)),
    }
    for name, work in works.items():
        taken, size = milliseconds(work, times), len(work())
        print(f"{name:32}{taken:8.0f} ms{taken / base:8.1f} ×{size / 1000:8.0f} kB")


def one_card() -> dict:
    """Return the data of one card."""
    return {"cards": sheets(1)}


if __name__ == "__main__":
    main()
