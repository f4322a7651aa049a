"""The site migrates, passes its checks and serves without any of its plugins."""

import shutil
from pathlib import Path

import pytest

from tests.migrated import migrated_copy

from .processes import run

# One process for all: the others wait for the database that the barest site migrates.
pytestmark = [pytest.mark.xdist_group("plugins_boot"), pytest.mark.whatever_the_database]

ALL = {"defis", "events", "home", "methods"}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    """Boot the site without plugins; its database is where the others begin."""
    database = tmp_path_factory.mktemp("bare") / "site.sqlite3"
    report = run("boot.py", database, COMMUNITY_PLUGINS_EXCLUDE=",".join(ALL))
    return database, report


@pytest.fixture
def database(bare: tuple[Path, dict], tmp_path: Path) -> Path:
    """Give a database in which no plugin ever was."""
    return Path(shutil.copy(bare[0], tmp_path))


def served(report: dict) -> bool:
    """Tell whether every address answered; 404 is an answer when its plugin is left out."""
    return report["visits"] and all(status < 500 for status in report["visits"].values())


def test_without_any_plugin(bare):
    report = bare[1]
    assert report["plugins"] == []
    assert not ALL & set(report["apps"])
    assert served(report)
    assert report["visits"]["visitor /"] == 200


def test_the_pages_of_a_plugin_that_is_gone_are_not_found(bare):
    assert bare[1]["visits"]["visitor /gone/"] == 404


def test_the_checks_of_plugins_are_among_those_of_the_project(bare):
    assert bare[1]["checked"]


@pytest.fixture
def left(django_db_setup: None, database: Path) -> Path:
    """Give a database in which all the plugins are: only the first run migrates it by itself."""
    migrated_copy(database)
    return database


def without(database: Path, excluded: set[str]) -> None:
    report = run("boot.py", database, COMMUNITY_PLUGINS_EXCLUDE=",".join(sorted(excluded)))
    assert set(report["plugins"]) == ALL - excluded
    assert served(report)


@pytest.mark.parametrize("other", ["methods", "events"])
def test_where_neither_defis_nor_another_plugin_ever_was(database, other):
    without(database, {other, "defis"})


@pytest.mark.parametrize("excluded", ["defis", "home"])
def test_where_a_plugin_was_left_out(left, excluded):
    without(left, {excluded})


def test_in_safe_mode_a_broken_plugin_does_no_harm(left, announce, tmp_path):
    announce("sample", source="raise RuntimeError('broken')")
    report = run("boot.py", left, tmp_path, COMMUNITY_SAFE_MODE="1")
    assert set(report["plugins"]) == ALL
    assert served(report)
