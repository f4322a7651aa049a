"""System checks: every fault of a plugin, named, with what to do about it.

``docs/plugins.md`` explains each identifier.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Warning, register, run_checks
from django.core.exceptions import ImproperlyConfigured

from .house_rules import contribution_problems, folder_problems, slot_problems
from .problems import PREFIX, Problem
from .registry import plugins

TAG = "plugins"
LEVELS = {"E": Error, "W": Warning, "I": Info}


@register(TAG)
def check_discovery(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Report what discovery found wrong while the settings loaded."""
    return _messages(settings.PLUGIN_DISCOVERY.problems)


@register(TAG)
def check_house_rules(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Report the contributions, folders and slots of installed plugins which break the rules."""
    installed = plugins()
    problems: list[Problem] = []
    for plugin in installed:
        problems += contribution_problems(plugin) + folder_problems(plugin)
    return _messages(problems + slot_problems(installed))


def require_sound_plugins() -> None:
    """Refuse to serve with a faulty plugin: a server such as gunicorn runs no system checks.

    Call it once the apps are loaded. Raises ImproperlyConfigured listing every error; warnings
    and silenced checks do not count.
    """
    errors = [
        message
        for message in run_checks(tags=[TAG])
        if message.is_serious() and not message.is_silenced()
    ]
    if errors:
        raise ImproperlyConfigured("\n".join(["Unsound plugins:", *map(str, errors)]))


def _messages(problems: Iterable[Problem]) -> list[CheckMessage]:
    return [
        LEVELS[problem.id.removeprefix(PREFIX)[0]](
            problem.message, hint=problem.hint, obj=problem.plugin, id=problem.id
        )
        for problem in problems
    ]
