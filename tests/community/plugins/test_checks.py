"""Each fault is a system check naming its plugin, and no server starts with one."""

import re
from pathlib import Path

import pytest
from django.core.checks import Error, Info, Warning
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.urls import path

from community.plugins import HomeSection, plugins
from community.plugins import problems as ids
from community.plugins.checks import check_discovery, check_house_rules, require_sound_plugins
from community.plugins.discovery import Discovery
from community.plugins.house_rules import offered_slots
from community.plugins.problems import Problem

pytestmark = pytest.mark.whatever_the_database

ROOT = Path(__file__).parents[3]


def section(key: str, template: str = "404.html") -> HomeSection:
    return HomeSection(key, "Sample", template, lambda request: {})


def test_a_problem_becomes_a_check_of_its_level(settings):
    settings.PLUGIN_DISCOVERY = Discovery(
        problems=(
            Problem(ids.META, "sample", "message", "hint"),
            Problem(ids.UNKNOWN_EXCLUDED, "sampel", "message", "hint"),
        )
    )
    assert check_discovery() == [
        Error("message", hint="hint", obj="sample", id=ids.META),
        Warning("message", hint="hint", obj="sampel", id=ids.UNKNOWN_EXCLUDED),
    ]


def test_a_server_starts_with_sound_plugins_only(settings, install):
    settings.PLUGIN_DISCOVERY = Discovery(
        problems=(Problem(ids.UNKNOWN_EXCLUDED, "sampel", "unknown", "hint"),)
    )
    require_sound_plugins()
    settings.PLUGIN_DISCOVERY = Discovery(
        problems=(
            Problem(ids.META, "one", "bad meta", "correct it"),
            Problem(ids.IMPORT, "two", "no import", "install it"),
        )
    )
    with pytest.raises(ImproperlyConfigured) as raised:
        require_sound_plugins()
    for words in ("bad meta", "correct it", "no import", "install it", ids.META, ids.IMPORT):
        assert words in str(raised.value)
    settings.SILENCED_SYSTEM_CHECKS = [ids.META, ids.IMPORT]
    require_sound_plugins()


def test_a_plugin_that_adds_nothing_is_sound(install):
    install("sample")
    assert check_house_rules() == []


def broken():
    raise RuntimeError("out of order")


@pytest.mark.parametrize(
    ("method", "function", "words"),
    [
        ("home_sections", lambda: [section("other.latest")], "does not begin with 'sample.'"),
        ("home_sections", lambda: [section("sample.a"), section("sample.a")], "used twice"),
        ("home_sections", lambda: [section("sample.a", "no/such.html")], "does not exist"),
        ("home_sections", lambda: ["sample.a"], "no HomeSection"),
        ("home_sections", broken, "RuntimeError: out of order"),
        ("slots", lambda: {"defi.after_body": "text"}, "is no function"),
        ("slots", lambda: ["defi.after_body"], "no mapping"),
        ("slots", broken, "RuntimeError: out of order"),
        ("rich_text_features", lambda: ["zorglub"], "not registered with the editor"),
        ("rich_text_features", broken, "RuntimeError: out of order"),
        ("url_patterns", lambda: ["sample/"], "path()"),
        ("url_patterns", lambda: None, "TypeError"),
        ("url_patterns", broken, "RuntimeError: out of order"),
    ],
)
def test_a_faulty_contribution_is_an_error_naming_plugin_and_method(
    install, method, function, words
):
    install("sample", **{method: function})
    (message,) = [each for each in check_house_rules() if isinstance(each, Error)]
    assert message.id == ids.CONTRIBUTION
    assert f"'sample' is wrong in {method}()" in message.msg
    assert words in message.msg
    assert message.obj == "sample"


def test_sound_contributions_pass(install):
    install(
        "sample",
        home_sections=lambda: [section("sample.latest")],
        url_patterns=lambda: [path("sample/", lambda request: HttpResponse(), name="index")],
    )
    assert check_house_rules() == []


def test_a_template_folder_that_hides_others_is_a_warning(install, tmp_path):
    install("sample")
    (tmp_path / "templates" / "sample").mkdir(parents=True)
    (tmp_path / "static" / "wagtailadmin").mkdir(parents=True)
    (message,) = check_house_rules()
    assert (type(message), message.id) == (Warning, ids.FOREIGN_FOLDER)
    assert "static/wagtailadmin" in message.msg


def test_a_misspelt_slot_is_told_with_the_slots_there_are(install, settings, tmp_path):
    page = tmp_path / "pages" / "page.html"
    page.parent.mkdir()
    page.write_text('{% load slots %}{% slot "defi.after_body" page=page %}')
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path / "pages"]}]
    put = {"defi.after_body": lambda *_: None, "defi.after_bod": lambda *_: None}
    install("sample", slots=lambda: put)
    (message,) = check_house_rules()
    assert (type(message), message.id) == (Info, ids.UNKNOWN_SLOT)
    assert "'defi.after_bod'" in message.msg
    assert "defi.after_body" in message.hint


def documented(pattern: str) -> set[str]:
    """Return what the tables of docs/plugins.md explain, by their first column."""
    text = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
    return set(re.findall(rf"^\| `({pattern})` \|", text, re.M))


def test_every_slot_of_the_project_is_in_the_documentation():
    assert offered_slots(plugins()) == documented(r"[a-z]+\.[a-z_]+")


def test_every_identifier_is_explained_in_the_documentation():
    known = {value for name, value in vars(ids).items() if name.isupper() and name != "PREFIX"}
    assert documented(r"community\.plugins\.[EWI]\d{3}") == known
