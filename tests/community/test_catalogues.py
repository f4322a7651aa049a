"""Catalogues are compiled without gettext, the check sees every drift, and what it cannot see.

A word written in a template or a script as it is would never be translated.
"""

import gettext
import html
import re
from pathlib import Path
from shutil import which

import polib
import pytest
from django.apps import apps
from django.conf import settings as project
from django.core.management import CommandError, call_command

from community.management.commands import checkmessages

pytestmark = pytest.mark.whatever_the_database

# Words of the trade, names and places that English keeps.
KEPT = re.compile(
    r"\b(?:défis?|porteurs?|département|région|réunion|café|étel|nouméa|saint-\S+|wallis-\S+)\b"
    r"|[/@]\S+",
    re.IGNORECASE,
)
FRENCH = re.compile(
    "[àâçèéêëîïôùûœ«»]|\\b(?:les?|la|des|du|une|et|avec|dans|pour|vous|nous|votre|est|sont)\\b",
    re.IGNORECASE,
)
# What is not for people, or the same in every language.
SYMBOLS = {"DOI", "ISBN", "ISSN", "min", "schedule.xml", "schedule.json", "Maillage"}
# In both languages in one file, which may not need a catalogue.
BOTH = {"500.html"}

needs_gettext = pytest.mark.skipif(which("xgettext") is None, reason="gettext is not installed")


@pytest.fixture
def catalogue(settings, tmp_path):
    """Write a French catalogue, in place of the project's, and give its path."""
    folder = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    settings.BASE_DIR = tmp_path
    settings.LOCALE_PATHS = [tmp_path / "locale"]

    def write(*entries: polib.POEntry) -> Path:
        file = polib.POFile()
        file.metadata = {
            "Content-Type": "text/plain; charset=UTF-8",
            "Plural-Forms": "nplurals=2; plural=(n > 1);",
        }
        file.extend(entries)
        file.save(str(folder / "django.po"))
        return folder / "django.po"

    return write


def entry(msgid: str, msgstr: str = "", **more) -> polib.POEntry:
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **more)


def wanted(*ids: str) -> dict:
    return {(None, msgid, ""): entry(msgid) for msgid in ids}


def test_gettext_reads_what_was_compiled(catalogue):
    source = catalogue(
        entry("Read more", "Lire la suite"),
        entry("day", msgid_plural="days", msgstr_plural={0: "jour", 1: "jours"}),
        entry("Maybe", "Peut-être", flags=["fuzzy"]),
    )
    call_command("compilemessages", verbosity=0)
    with source.with_suffix(".mo").open("rb") as file:
        french = gettext.GNUTranslations(file)
    assert french.gettext("Read more") == "Lire la suite"
    assert french.ngettext("day", "days", 2) == "jours"
    assert french.gettext("Maybe") == "Maybe"


def test_what_is_compiled_already_stays(catalogue, capsys):
    catalogue(entry("Read more", "Lire la suite"))
    call_command("compilemessages")
    assert "fr" in capsys.readouterr().out
    call_command("compilemessages")
    assert capsys.readouterr().out == ""


def test_a_broken_catalogue_is_an_error_with_its_name(catalogue):
    path = catalogue(entry("Read more", "Lire la suite"))
    path.write_text('msgid "Read more"\nno such word', encoding="utf-8")
    with pytest.raises(CommandError, match=r"django\.po"):
        call_command("compilemessages", verbosity=0)


@needs_gettext
def test_every_kind_of_drift_is_seen(catalogue):
    path = catalogue(
        entry("Kept", "Gardé"),
        entry("Gone", "Parti"),
        entry("Unsure", "Incertain", flags=["fuzzy"]),
        entry("Empty"),
        entry("%(count)s pages", "%(nombre)s pages", flags=["python-format"]),
    )
    ids = ("Kept", "New", "Unsure", "Empty", "%(count)s pages")
    faults = checkmessages.compare(wanted(*ids), path)
    assert faults[:4] == [
        "fuzzy: 'Unsure'",
        "missing: 'New'",
        "no longer in the code: 'Gone'",
        "not translated: 'Empty'",
    ]
    assert any("argument 'count' doesn't exist" in fault for fault in faults[4:])


def test_a_language_without_a_catalogue_is_seen(tmp_path):
    assert checkmessages.compare({}, tmp_path / "django.po") == [
        f"there is no {tmp_path / 'django.po'}"
    ]


@needs_gettext
def test_the_strings_of_python_and_templates_are_found(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    for folder in checkmessages.FOLDERS:
        (tmp_path / folder).mkdir()
    (tmp_path / "community" / "code.py").write_text('from x import _\n_("From Python")\n')
    template = "{% load i18n %}{% translate 'From a template' %}"
    (tmp_path / "templates" / "page.html").write_text(template)
    assert {key[1] for key in checkmessages.extract()} == {"From Python", "From a template"}


def test_without_gettext_it_says_so_or_fails_when_required(monkeypatch, capsys):
    monkeypatch.setattr(checkmessages.shutil, "which", lambda name: None)
    call_command("checkmessages")
    assert "left out: xgettext is not installed" in capsys.readouterr().out
    with pytest.raises(CommandError, match="xgettext"):
        call_command("checkmessages", required=True)


def test_the_check_reads_every_package():
    """A plugin that comes with the project is translated with it."""
    ours = {
        Path(config.path).name
        for config in apps.get_app_configs()
        if Path(config.path).is_relative_to(project.BASE_DIR) and ".venv" not in config.path
    }
    assert ours <= set(checkmessages.FOLDERS)


@needs_gettext
def test_the_catalogue_of_the_project_is_complete():
    call_command("checkmessages", verbosity=0)


def test_source_strings_are_english():
    entries = polib.pofile(str(project.BASE_DIR / "locale/fr/LC_MESSAGES/django.po"))
    texts = {text for entry in entries for text in (entry.msgid, entry.msgid_plural)}
    assert not [text for text in texts if FRENCH.search(KEPT.sub("", text))]


def words_outside_of_tags(source: str) -> set[str]:
    """The words of a template that no tag translates: in its text and its attributes."""
    for part in (
        r"\{#.*?#\}",
        r"\{% comment %\}.*?\{% endcomment %\}",
        r"\{% block body_class %\}.*?\{% endblock %\}",
        r"\{% blocktranslate.*?\{% endblocktranslate %\}",
        r"\{%.*?%\}|\{\{.*?\}\}",
        # Help in English on a page that may not be.
        r'<p lang="en">.*?</p>',
        r"<(script|style|svg)\b.*?</\1>",
    ):
        source = re.sub(part, " ", source, flags=re.DOTALL)
    said = re.findall(r'\b(?:alt|title|aria-label|placeholder)="([^"]+)"', source)
    plain = " ".join([re.sub(r"<[^>]*>", " ", source), *said])
    return {word for word in re.findall(r"[\w.]{3,}", html.unescape(plain)) if not word.isdigit()}


def test_templates_hold_no_words_of_their_own():
    folder = project.BASE_DIR / "templates"
    found = {
        str(path.relative_to(folder)): words
        for path in folder.rglob("*.*")
        if path.suffix in {".html", ".txt", ".xml"} and path.name not in BOTH
        if (words := words_outside_of_tags(path.read_text(encoding="utf-8")) - SYMBOLS)
    }
    assert not found


def test_scripts_hold_no_french():
    """They get what they say from the page, in its language."""
    found = {}
    for path in project.BASE_DIR.glob("static/*/js/*.js"):
        code = re.sub(
            r"^\s*(?://|/?\*).*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        if words := re.findall(r"\w*[àâçèéêëîïôùûœ«»]\w*", code, re.IGNORECASE):
            found[path.name] = words
    assert not found
