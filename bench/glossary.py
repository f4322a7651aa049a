"""Measure what the definitions in the text cost a page, by the number of terms.

    python bench/glossary.py [--words 1500] [--times 200]

Pure Python, without database: how long it takes to compile the matcher of 60, 500 and 1,000 terms,
and to explain them in a page (the median, in milliseconds of processor time, which does not depend
on what else the machine does). The text is the demonstration's own,
repeated up to the number of words; the terms are its words, alone and by two or three, so that
many of them are found and many more begin like something in the text.
"""

import argparse
import gc
import os
import random
import re
import statistics
import sys
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.dev")

import django  # noqa: E402 - needs the path above

django.setup()

from methods.glossary.annotation import explained  # noqa: E402
from methods.glossary.lexicon import Lexicon, Term  # noqa: E402


def main() -> None:
    """Print one line for each number of terms."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=1500, help="words of the page")
    parser.add_argument("--times", type=int, default=200, help="runs that a median is made of")
    options = parser.parse_args()
    html = page_of(options.words)
    words = len(re.findall(r"\w+", re.sub(r"<[^>]*>", " ", html)))
    print(f"A page of {words} words, {len(html) / 1000:.0f} kB of HTML")
    print(f"{'terms':>8}{'compile ms':>12}{'page ms':>10}{'worst ms':>10}{'found':>8}")
    # What Django has loaded is not to be looked through again by the collector.
    gc.collect()
    gc.freeze()
    for number in (60, 500, 1000):
        terms = terms_of(html, number)
        start = process_time()
        lexicon = Lexicon(terms)
        matcher, by_key = lexicon.matcher, lexicon.by_key
        compiled = (process_time() - start) * 1000
        taken = []
        for _ in range(options.times):
            used: set[int] = set()
            start = process_time()
            explained(html, matcher, by_key, used)
            taken.append((process_time() - start) * 1000)
        worst = statistics.quantiles(taken, n=20)[-1]
        figures = f"{statistics.median(taken):10.2f}{worst:10.2f}{len(used):8}"
        print(f"{number:8}{compiled:12.1f}{figures}")


def page_of(words: int) -> str:
    """Return the paragraphs of the demonstration as one page of about ``words`` words."""
    paragraphs = []
    for path in sorted((ROOT / "demo").rglob("*.toml")):
        paragraphs += re.findall(r'html = "(.*?)"\s*}', path.read_text(encoding="utf-8"))
    assert paragraphs
    pieces: list[str] = []
    number = 0
    while number < words:
        for paragraph in paragraphs:
            pieces.append(paragraph)
            number += len(paragraph.split())
            if number >= words:
                break
    return "\n".join(pieces)


def terms_of(html: str, number: int) -> tuple[Term, ...]:
    """Return terms that the text uses, and as many that only begin like it."""
    chance = random.Random(1)
    words = re.findall(r"[^\W\d_]{5,}", re.sub(r"<[^>]*>", " ", html))
    titles: dict[str, None] = {}
    while len(titles) < number:
        place = chance.randrange(len(words) - 2)
        there = " ".join(words[place : place + chance.randint(1, 3)])
        titles[there] = None
        titles[f"{words[place]} {chance.choice(words)} inconnu"] = None
    return tuple(
        Term(key, title, "Une définition. " * 10, f"/glossaire/{key}/", in_text=True)
        for key, title in enumerate(list(titles)[:number])
    )


if __name__ == "__main__":
    main()
