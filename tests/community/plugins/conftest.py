"""Plugins for the tests: announced ones as real distributions, installed ones as plain objects."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from community.plugins import Plugin, PluginMeta

APPS = """
from community.plugins import Plugin, PluginMeta

class {name}(Plugin):
    name = "{label}"
    meta = PluginMeta(
        summary="A sample.", version={version!r}, requires_community={range!r},
        depends_on={depends_on!r},
    )
"""


class Announced:
    """Writes packages and their distributions where the interpreter finds them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(
        self,
        label: str,
        depends_on: tuple[str, ...] = (),
        version: str = "1.0",
        range: str = ">=1.0,<2",
        source: str | None = None,
        entry: str | None = None,
        name: str | None = None,
    ) -> str:
        """Announce one plugin, of sound code unless told otherwise; return its class's path."""
        package = self.folder / label
        package.mkdir()
        (package / "__init__.py").write_text("")
        values = {"label": label, "version": version, "range": range, "depends_on": depends_on}
        (package / "apps.py").write_text(source or APPS.format(name=label.title(), **values))
        self.distribute(entry or label, f"{label}.apps:{name or label.title()}")
        return f"{label}.apps.{name or label.title()}"

    def distribute(self, entry: str, value: str, distribution: str = "") -> None:
        """Announce an entry point without writing the code it points at."""
        info = self.folder / f"{distribution or 'sample_' + entry}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {info.name[:-14]}\n")
        (info / "entry_points.txt").write_text(f"[community.plugins]\n{entry} = {value}\n")


@pytest.fixture
def announce(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Announced]:
    """Give a way to announce plugins; what they import is forgotten afterwards."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path)
    yield Announced(tmp_path)
    for module in set(sys.modules) - before:
        if str(getattr(sys.modules[module], "__file__", "")).startswith(str(tmp_path)):
            del sys.modules[module]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Plugin]:
    """Give a way to install a plugin made of the given methods, in place of the site's own."""
    installed: list[Plugin] = []
    for user in ("slots", "sections", "urls", "checks"):
        monkeypatch.setattr(f"community.plugins.{user}.plugins", lambda: installed)

    def install(label: str, **methods: Callable) -> Plugin:
        class Sample(Plugin):
            name = label
            path = str(tmp_path)
            meta = PluginMeta(summary="A sample.", version="1.0", requires_community=">=1.0,<2")

        plugin = Sample(label, ModuleType(label))
        for method, function in methods.items():
            setattr(plugin, method, function)
        installed.append(plugin)
        return plugin

    return install
