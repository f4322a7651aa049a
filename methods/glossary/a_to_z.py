"""The terms from A to Z, with the names that lead to another: « EPCI → établissement public… »."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from .lexicon import Lexicon, Reference

OTHER = "0"
LETTERS = [(OTHER, "0–9"), *((letter, letter.upper()) for letter in "abcdefghijklmnopqrstuvwxyz")]
LABELS = dict(LETTERS)


@dataclass(frozen=True)
class Group:
    """What begins with one letter: pages of terms and references, as French sorts them."""

    label: str
    entries: list[dict[str, Any]]


def letter_of(key: str) -> str:
    """Return the letter under which a sort key stands: a digit or a symbol stands under "0"."""
    return key[0] if key[:1] in LABELS else OTHER


def groups(pages: Iterable[Any], references: Iterable[Reference] = ()) -> list[Group]:
    """Return term ``pages`` and ``references`` in one order, under their letters.

    A reference next to its own term is left out: « élue → élu » sends nobody anywhere.
    """
    entries = [(page.sort_title, page, None) for page in pages]
    entries += [(one.key, None, one) for one in references]
    found: dict[str, list[Any]] = {}
    for entry in sorted(entries, key=lambda entry: entry[0]):
        found.setdefault(letter_of(entry[0]), []).append(entry)
    kept = {letter: _kept(found[letter]) for letter in sorted(found)}
    return [Group(LABELS[letter], shown) for letter, shown in kept.items() if shown]


def _kept(entries: list[Any]) -> list[dict[str, Any]]:
    keys = [page.pk if page else None for _key, page, _reference in entries]
    around = zip(_nearest(keys), _nearest(keys[::-1])[::-1], strict=True)
    return [
        {"page": page, "reference": reference}
        for (_key, page, reference), near in zip(entries, around, strict=True)
        if reference is None or reference.term.key not in near
    ]


def _nearest(keys: list[int | None]) -> list[int | None]:
    """Return for each place the last key that stands there or before."""
    return list(accumulate(keys, lambda last, key: last if key is None else key))


def references_between(
    lexicon: Lexicon, first: str, last: str, letters: tuple[str, ...], *, at_start: bool
) -> list[Reference]:
    """Return the references that stand among the terms from ``first`` to ``last`` (sort keys).

    Those after the last term stand with it, up to the next term; those before the first one too,
    when it is ``at_start`` of the list. ``letters`` limits the list to these, when there are any.
    """
    keys = [term.sort_key for term in lexicon.terms]
    if letters:
        keys = [key for key in keys if letter_of(key) in letters]
    place = bisect_right(keys, last)
    until = keys[place] if place < len(keys) else None
    return [
        one
        for one in lexicon.references
        if (at_start or one.key >= first)
        and (until is None or one.key < until)
        and (not letters or letter_of(one.key) in letters)
    ]
