"""Which plugin needs which: the order they come in, and those left without what they need."""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from . import problems as ids
from .problems import Problem


def dependency_order(needs: Mapping[str, Iterable[str]]) -> list[str]:
    """Order labels so that each comes after those it needs, alphabetically where free.

    Needs which are no key of the mapping are ignored. Labels in a circle, and those that need
    them, are left out of the answer.
    """
    waiting = {label: {need for need in wanted if need in needs} for label, wanted in needs.items()}
    free = [label for label, wanted in waiting.items() if not wanted]
    heapify(free)
    order: list[str] = []
    while free:
        done = heappop(free)
        order.append(done)
        for label, wanted in waiting.items():
            if done in wanted:
                wanted.discard(done)
                if not wanted:
                    heappush(free, label)
    return order


def unmet(
    needs: Mapping[str, Sequence[str]], excluded: Sequence[str], broken: Iterable[str]
) -> list[Problem]:
    """Return one problem for each plugin that must be left out for want of another.

    ``needs``: what each loaded plugin depends on. ``excluded``: labels left out on purpose.
    ``broken``: labels already left out for a problem of their own.
    """
    kept = dict(needs)
    lost = set(broken)
    problems: list[Problem] = []
    # Leaving one out may leave others without what they need, hence the repetition.
    while orphans := {
        label: absent[0]
        for label, wanted in sorted(kept.items())
        if (absent := [need for need in wanted if need not in kept])
    }:
        for label, need in orphans.items():
            problems.append(_orphan(label, need, excluded, lost))
        for label in orphans:
            lost.add(label)
            del kept[label]
    problems += [_circle(label, kept) for label in sorted(kept.keys() - dependency_order(kept))]
    return problems


def _orphan(label: str, need: str, excluded: Sequence[str], lost: set[str]) -> Problem:
    message = f"The plugin '{label}' is left out: it depends on '{need}', which is"
    if need in excluded:
        together = ",".join([*excluded, label])
        return Problem(
            ids.DEPENDENCY_EXCLUDED,
            label,
            f"{message} excluded.",
            f"Exclude '{label}' too, with COMMUNITY_PLUGINS_EXCLUDE={together}, or keep '{need}'.",
        )
    if need in lost:
        return Problem(
            ids.DEPENDENCY_LEFT_OUT,
            label,
            f"{message} left out too.",
            f"Settle the problem of '{need}' first, or exclude both with "
            f"COMMUNITY_PLUGINS_EXCLUDE={','.join([*excluded, need, label])}",
        )
    return Problem(
        ids.DEPENDENCY_MISSING,
        label,
        f"{message} not installed.",
        f"Install '{need}', or {ids.way_out(label)}",
    )


def _circle(label: str, needs: Mapping[str, Sequence[str]]) -> Problem:
    return Problem(
        ids.DEPENDENCY_CIRCLE,
        label,
        f"The plugin '{label}' is left out: it stands in, or depends on, a circle of "
        f"dependencies (it depends on {', '.join(needs[label])}).",
        f"One of the plugins of the circle must give up a dependency; until then "
        f"{ids.way_out(label)}",
    )
