"""Plugin classes somebody announced, and whether each can be trusted enough to install."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any, TypeGuard

from django.core.exceptions import AppRegistryNotReady, ImproperlyConfigured
from django.utils.module_loading import import_string

from community import __version__

from . import problems as ids
from .contract import Plugin
from .meta import PluginMeta
from .problems import Problem

GROUP = "community.plugins"


class RefusedError(Exception):
    """A candidate cannot be installed; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True)
class Candidate:
    """An announced class. Its label is known before any of its code runs."""

    label: str
    path: str

    def load(self) -> type[Plugin]:
        """Import the class and vet it; raises RefusedError with the first fault found."""
        try:
            plugin = import_string(self.path)
        except (Exception, SystemExit) as error:
            raise self._unimportable(error) from error
        if not _is_plugin(plugin):
            raise self.refused(
                ids.NOT_A_PLUGIN,
                f"{self.path} is no subclass of community.plugins.Plugin",
                "Point its entry point at its Plugin class, as in 'citations.apps:Citations'",
            )
        if fault := _identifier_fault(plugin, self.label):
            raise self.refused(
                ids.IDENTIFIER,
                fault,
                "Give its package, its label and its entry point one and the same name",
            )
        if faults := _meta_faults(plugin):
            raise self.refused(ids.META, "; ".join(faults), f"Correct the meta of {self.path}")
        if not plugin.meta.accepts_community(__version__):
            raise self.refused(
                ids.INCOMPATIBLE,
                f"its version {plugin.meta.version} wants community "
                f"{plugin.meta.requires_community}, this is {__version__}",
                f"Install a version of it made for community {__version__}",
            )
        return plugin

    def refused(self, id: str, reason: str, remedy: str) -> RefusedError:
        """Return the error that leaves this candidate out."""
        return RefusedError(
            Problem(
                id,
                self.label,
                f"The plugin '{self.label}' is left out: {reason}.",
                f"{remedy}, or {ids.way_out(self.label)}",
            )
        )

    def _unimportable(self, error: BaseException) -> RefusedError:
        remedy = "Repair or upgrade it"
        if isinstance(error, AppRegistryNotReady | ImproperlyConfigured):
            remedy = "Make its apps module import models inside methods only"
        reason = f"{self.path} cannot be imported ({type(error).__name__}: {error})"
        return self.refused(ids.IMPORT, reason, remedy)


def built_in(paths: Sequence[str]) -> list[Candidate]:
    """Return the project's own candidates; ``"home.apps.Home"`` has the label ``home``."""
    return [Candidate(path.rsplit(".", 2)[0].rpartition(".")[2], path) for path in paths]


def announced() -> list[Candidate]:
    """Return the candidates of the installed distributions' entry points, sorted by label."""
    # A distribution may be met twice on sys.path: equal announcements count once.
    found = {(entry.name, entry.value) for entry in entry_points(group=GROUP)}
    return [
        Candidate(name, value.partition("[")[0].strip().replace(":", "."))
        for name, value in sorted(found)
    ]


def _is_plugin(value: Any) -> TypeGuard[type[Plugin]]:
    return isinstance(value, type) and issubclass(value, Plugin) and value is not Plugin


def _identifier_fault(plugin: type[Plugin], announced_as: str) -> str:
    name = getattr(plugin, "name", "")
    if not isinstance(name, str) or not name:
        return "its class has no name, the dotted path of its package"
    label = name.rpartition(".")[2]
    if getattr(plugin, "label", label) != label:
        return f"its label '{plugin.label}' is not the last part of its name '{name}'"
    if announced_as != label:
        return f"it is announced as '{announced_as}' but its name is '{name}'"
    if not plugin.__module__.startswith(f"{name}."):
        return f"its class stands in '{plugin.__module__}', outside of its package '{name}'"
    if not (label.isidentifier() and label.isascii() and label == label.lower()):
        return f"'{label}' is not written in lower-case letters, digits and underscores"
    return ""


def _meta_faults(plugin: type[Plugin]) -> list[str]:
    meta = getattr(plugin, "meta", None)
    return meta.faults() if isinstance(meta, PluginMeta) else ["its meta is no PluginMeta"]
