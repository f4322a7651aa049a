"""Finding the plugins, from the settings, before any app is loaded.

A plugin with a fault is left out of the installed apps and its fault is kept: the system checks
report it by name, so nothing is skipped in silence and the command that reports it still runs.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from . import problems as ids
from .candidates import Candidate, RefusedError, announced, built_in
from .contract import Plugin
from .dependencies import dependency_order, unmet
from .problems import Problem


@dataclass(frozen=True)
class Discovery:
    """What was found.

    ``installed``: dotted paths for INSTALLED_APPS, each after those it depends on.
    ``problems``: the faults, for the system checks. ``excluded`` and ``safe_mode``: as asked.
    """

    installed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    excluded: tuple[str, ...] = ()
    safe_mode: bool = False


def discover(
    builtin: Sequence[str],
    exclude: Iterable[str] = (),
    safe_mode: bool = False,
    reserved: Collection[str] = ("community",),
) -> Discovery:
    """Find the plugins to install.

    ``builtin``: dotted paths of the project's own plugin classes, ``"home.apps.Home"``.
    ``exclude``: labels to leave out; their code is not even imported. ``safe_mode``: the built-in
    ones only. ``reserved``: labels of other apps, which no plugin may take. Never raises for
    what a plugin did wrong: that is in ``problems``.
    """
    own, others = built_in(builtin), announced()
    excluded = tuple(dict.fromkeys(label.strip() for label in exclude if label.strip()))
    # A built-in plugin that is announced as well is one plugin, not two.
    offered = dict.fromkeys(own if safe_mode else own + others)
    wanted = [each for each in offered if each.label not in excluded]

    loaded, problems = _load_all(wanted, reserved)
    needs = {label: tuple(plugin.meta.depends_on) for label, (_, plugin) in loaded.items()}
    orphans = unmet(needs, excluded, broken=[problem.plugin for problem in problems])
    lost = {problem.plugin for problem in orphans}
    kept = {label: wants for label, wants in needs.items() if label not in lost}
    known = {each.label for each in own + others}
    return Discovery(
        installed=tuple(loaded[label][0] for label in dependency_order(kept)),
        problems=(*problems, *orphans, *_unknown(excluded, known)),
        excluded=excluded,
        safe_mode=safe_mode,
    )


def _load_all(
    candidates: Iterable[Candidate], reserved: Collection[str]
) -> tuple[dict[str, tuple[str, type[Plugin]]], list[Problem]]:
    taken = dict.fromkeys(reserved, "the project")
    loaded: dict[str, tuple[str, type[Plugin]]] = {}
    problems: list[Problem] = []
    for candidate in candidates:
        try:
            if candidate.label in taken:
                raise _clash(candidate, taken[candidate.label])
            taken[candidate.label] = candidate.path
            loaded[candidate.label] = (candidate.path, candidate.load())
        except RefusedError as refusal:
            problems.append(refusal.problem)
    return loaded, problems


def _clash(candidate: Candidate, owner: str) -> RefusedError:
    # Excluding the label would leave both out, so that is not the remedy here.
    return RefusedError(
        Problem(
            ids.CLASH,
            candidate.label,
            f"The plugin '{candidate.label}' ({candidate.path}) is left out: "
            f"its label is already taken by {owner}.",
            "Uninstall one of the two, or rename the package of one and its entry point.",
        )
    )


def _unknown(excluded: Iterable[str], known: Collection[str]) -> list[Problem]:
    return [
        Problem(
            ids.UNKNOWN_EXCLUDED,
            label,
            f"COMMUNITY_PLUGINS_EXCLUDE names '{label}', which is no plugin of this site.",
            f"Correct or remove it. The plugins found are: {', '.join(sorted(known))}.",
        )
        for label in excluded
        if label not in known
    ]
