"""The plugin which docs/plugins.md builds is written out, installed and run."""

import re
import tomllib
from pathlib import Path
from typing import Any

import polib
import pytest

from tests.migrated import migrated_copy

from .processes import ROOT, run

DOCUMENT = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
FILE = re.compile(r'^```[\w+-]+ title="(?P<path>[^"]+)"\n(?P<text>.*?)^```$', re.M | re.S)
TREE = re.compile(r"^```text\nmaillage-citations/\n(.*?)^```$", re.M | re.S)

pytestmark = [pytest.mark.xdist_group("plugins_document"), pytest.mark.whatever_the_database]


def write_plugin(folder: Path) -> None:
    """Write the files that the document shows, and those it says are empty."""
    for found in FILE.finditer(DOCUMENT):
        target = folder / found["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(found["text"], encoding="utf-8")
    (folder / "citations" / "__init__.py").touch()
    (folder / "citations" / "migrations").mkdir()
    (folder / "citations" / "migrations" / "__init__.py").touch()
    catalogue = folder / "citations/locale/fr/LC_MESSAGES/django.po"
    polib.pofile(str(catalogue)).save_as_mofile(str(catalogue.with_suffix(".mo")))


def install(folder: Path) -> None:
    """Leave what ``pip install --editable`` leaves; a real one would need a network."""
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = project["name"], project["version"]
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    groups = project["entry-points"].items()
    lines = [
        line
        for group, entries in groups
        for line in (f"[{group}]", *(f"{entry} = {value}" for entry, value in entries.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines))


@pytest.fixture(scope="module")
def report(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Follow the document once; every test looks at one thing that it promises.

    The database of the tests comes first: it leaves the migrated one from which this begins.
    """
    folder = tmp_path_factory.mktemp("maillage-citations")
    write_plugin(folder)
    install(folder)
    database = tmp_path_factory.mktemp("database") / "site.sqlite3"
    migrated_copy(database)
    return run("citations_session.py", database, folder)


def test_it_appears_by_itself_and_is_sound(report):
    assert set(report["plugins"]) == {"citations", "defis", "events", "home", "methods"}
    assert report["messages"] == []


def test_its_address_answers_in_both_languages(report):
    assert report["address"] == "/citations/"
    assert "<h1>Citations</h1>" in report["visits"]["list"]
    assert "<h1>Quotes</h1>" in report["visits"]["english list"]


def test_it_has_an_entry_in_the_main_menu(report):
    assert '<a href="/citations/"' in report["visits"]["home"]


def test_its_section_stands_on_the_home_page_unless_there_is_nothing_to_say(report):
    assert "<h2>La citation du jour</h2>" in report["visits"]["home"]
    assert "La citation du jour" not in report["visits"]["empty home"]


def test_it_fills_the_slot_of_the_page_it_is_about(report):
    assert "À propos du défi" in report["visits"]["défi"]
    assert "À propos du défi" not in report["visits"]["other défi"]
    assert "Entendu à propos de ce défi" not in report["visits"]["other défi"]


def test_the_search_finds_what_it_lets_it_find(report):
    found = report["visits"]["search"]
    assert '<a href="/citations/">Une maire</a>' in found
    assert "À tout le &lt;<mark>monde</mark>&gt;" in found
    assert "Trop" not in report["visits"]["search, draft"]


def test_text_is_escaped_and_drafts_stay_hidden(report):
    assert '<blockquote lang="en"><p>À tout le &lt;monde&gt;</p>' in report["visits"]["list"]
    assert all("Trop tôt" not in report["visits"][page] for page in ("home", "list"))


def test_the_administration_has_its_panel_and_its_list(report):
    assert "3 citations gardées" in report["visits"]["dashboard"]
    assert "Trop tôt" in report["visits"]["snippets"]


def test_its_demonstration_doubles_nothing(report):
    assert report["demonstration"] == 1


def test_the_tree_shown_names_every_file():
    (tree,) = TREE.findall(DOCUMENT)
    named = {Path(line.split("── ")[1].split("  ")[0].strip()).name for line in tree.splitlines()}
    assert {Path(found["path"]).name for found in FILE.finditer(DOCUMENT)} <= named
