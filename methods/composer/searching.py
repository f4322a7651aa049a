"""Finds methods by the words of their title, among those already read."""

from community.search.analysis import fold

from .catalogue import Catalogue, Fact
from .plan import Plan

MOST_FOUND = 8


def matching(text: str, catalogue: Catalogue, plan: Plan) -> list[Fact]:
    """Return the methods whose title holds every word of ``text``, those that suit first.

    Accents and capitals do not count. Methods of the session are left out.
    """
    words = fold(text).split()
    found = [
        fact
        for fact in catalogue.values()
        if fact.key not in plan.used and all(word in fold(fact.title) for word in words)
    ]
    found.sort(key=lambda fact: (not fact.suits(plan.wish), fold(fact.title), fact.key))
    return found[:MOST_FOUND] if words else []
