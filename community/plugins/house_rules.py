"""What the code of an installed plugin can break, and how it is found out."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from django.template import Engine, TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver
from wagtail.rich_text import features

from . import problems as ids
from .contract import Plugin
from .contributions import HomeSection
from .problems import Problem

SLOT_TAG = re.compile(r"""{%\s*slot\s+["']([^"']+)["']""")


def contribution_problems(plugin: Plugin) -> list[Problem]:
    """Return what is wrong with the contributions that can be asked for without a request."""
    rules: dict[str, Callable[[], Iterable[str]]] = {
        "home_sections": partial(_section_faults, plugin),
        "slots": partial(_slot_faults, plugin),
        "text_passes": partial(_text_pass_faults, plugin),
        "rich_text_features": partial(_feature_faults, plugin),
        "url_patterns": partial(_url_faults, plugin),
    }
    problems = []
    for method, rule in rules.items():
        try:
            faults = list(rule())
        except Exception as error:
            faults = [f"it raises {type(error).__name__}: {error}"]
        problems += [
            Problem(
                ids.CONTRIBUTION,
                plugin.label,
                f"The plugin '{plugin.label}' is wrong in {method}(): {fault}.",
                f"Correct {type(plugin).__module__}, or {ids.way_out(plugin.label)}",
            )
            for fault in faults
        ]
    return problems


def _section_faults(plugin: Plugin) -> Iterator[str]:
    seen: set[str] = set()
    for section in plugin.home_sections():
        if not isinstance(section, HomeSection):
            yield f"{section!r} is no HomeSection"
            continue
        if not section.key.startswith(f"{plugin.label}."):
            yield f"the key '{section.key}' does not begin with '{plugin.label}.'"
        if section.key in seen:
            yield f"the key '{section.key}' is used twice"
        seen.add(section.key)
        try:
            get_template(section.template)
        except TemplateDoesNotExist:
            yield f"the template '{section.template}' does not exist"
        except TemplateSyntaxError as error:
            yield f"the template '{section.template}' is faulty ({error})"


def _slot_faults(plugin: Plugin) -> Iterator[str]:
    slots = plugin.slots()
    if not isinstance(slots, Mapping):
        yield f"{slots!r} is no mapping of slot names to functions"
        return
    for name, content in slots.items():
        if not callable(content):
            yield f"what it puts in the slot '{name}' is no function"


def _text_pass_faults(plugin: Plugin) -> Iterator[str]:
    for text_pass in plugin.text_passes():
        if not callable(text_pass):
            yield f"{text_pass!r} is no function"


def _feature_faults(plugin: Plugin) -> Iterator[str]:
    for name in plugin.rich_text_features():
        if features.get_editor_plugin("draftail", name) is None:
            yield f"the feature '{name}' is not registered with the editor"


def _url_faults(plugin: Plugin) -> Iterator[str]:
    for pattern in plugin.url_patterns():
        if not isinstance(pattern, URLPattern | URLResolver):
            yield f"{pattern!r} is made neither by path() nor by re_path()"


def folder_problems(plugin: Plugin) -> list[Problem]:
    """Return the folders under which the plugin would hide others' templates or static files."""
    problems = []
    for kind in ("templates", "static"):
        root = Path(plugin.path) / kind
        foreign = sorted(each.name for each in root.iterdir()) if root.is_dir() else []
        problems += [
            Problem(
                ids.FOREIGN_FOLDER,
                plugin.label,
                f"The plugin '{plugin.label}' has {kind}/{name}, "
                "which may hide another application's files.",
                f"Move it below {kind}/{plugin.label}/; use a slot to add to others' pages.",
            )
            for name in foreign
            if name != plugin.label and not name.startswith(".")
        ]
    return problems


def slot_problems(plugins: Iterable[Plugin]) -> list[Problem]:
    """Return the slots that are filled although no template of the site offers them."""
    installed = list(plugins)
    filled: list[tuple[str, str]] = []
    for plugin in installed:
        try:
            filled += [(plugin.label, name) for name in plugin.slots()]
        except Exception:
            continue  # contribution_problems() reports it.
    if not filled:
        return []
    offered = offered_slots(installed)
    return [
        Problem(
            ids.UNKNOWN_SLOT,
            label,
            f"The plugin '{label}' fills the slot '{name}', which no template offers.",
            f"Correct the name if it is misspelt. The slots are: {', '.join(sorted(offered))}.",
        )
        for label, name in filled
        if name not in offered
    ]


def offered_slots(plugins: Iterable[Plugin]) -> set[str]:
    """Return the names in the ``slot`` tags of the project's and the plugins' templates."""
    folders = [Path(folder) for folder in Engine.get_default().dirs]
    folders += [Path(plugin.path) / "templates" for plugin in plugins]
    names: set[str] = set()
    for folder in folders:
        for template in folder.rglob("*.html"):
            names.update(SLOT_TAG.findall(template.read_text(encoding="utf-8", errors="replace")))
    return names
