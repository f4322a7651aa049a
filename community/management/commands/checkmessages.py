"""Compare the French catalogue with the strings that are really in the code."""

import shutil
import subprocess
from argparse import ArgumentParser
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.test import override_settings

FOLDERS = ("community", "defis", "events", "home", "methods", "templates")
SOURCE_LANGUAGE = "en"
SHOWN = 20

Key = tuple[str | None, str, str]


class Command(BaseCommand):
    """A catalogue drifts in silence: a changed English sentence loses its French."""

    help = "Fails when a catalogue lacks a string of the code, or has one that is no longer there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Continuous integration may not do without gettext."""
        parser.add_argument("--required", action="store_true", help="fail without gettext")

    def handle(self, *args: Any, **options: Any) -> None:
        """Extract, compare each catalogue, and say every difference."""
        if shutil.which("xgettext") is None:
            sentence = "catalogue check left out: xgettext is not installed (apt install gettext)"
            if options["required"]:
                raise CommandError(sentence)
            self.stdout.write(self.style.WARNING(sentence))
            return
        wanted = extract()
        faults = []
        for language in catalogued():
            path = Path(settings.LOCALE_PATHS[0], language, "LC_MESSAGES", "django.po")
            faults += [f"{language}: {fault}" for fault in compare(wanted, path)]
        if faults:
            more = [f"… and {len(faults) - SHOWN} more"] if len(faults) > SHOWN else []
            advice = "Run 'make messages', then translate what is new."
            raise CommandError("\n".join([*faults[:SHOWN], *more, advice]))
        self.stdout.write(f"{len(wanted)} messages, catalogues current")


def catalogued() -> list[str]:
    """The languages that have a catalogue, and the default one, which must have it.

    Another language of the site may do without: Django then falls back on the default one.
    """
    folders = (path.name for path in Path(settings.LOCALE_PATHS[0]).iterdir() if path.is_dir())
    return sorted({settings.LANGUAGE_CODE, *folders} - {SOURCE_LANGUAGE})


def extract() -> dict[Key, polib.POEntry]:
    """Return the messages of the sources, found by Django's makemessages in a copy of them."""
    with TemporaryDirectory(prefix="maillage-messages-") as name:
        copy = Path(name)
        for folder in FOLDERS:
            shutil.copytree(
                settings.BASE_DIR / folder,
                copy / folder,
                ignore=shutil.ignore_patterns("__pycache__", "migrations"),
            )
        (copy / "locale").mkdir()
        with chdir(copy), override_settings(LOCALE_PATHS=[str(copy / "locale")]):
            call_command("makemessages", keep_pot=True, locale=["fr"], verbosity=0)
        return entries(copy / "locale" / "django.pot")


def entries(path: Path) -> dict[Key, polib.POEntry]:
    """Return the living entries of a catalogue by context, message and plural."""
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): entry
        for entry in polib.pofile(str(path), encoding="utf-8")
        if not entry.obsolete
    }


def compare(wanted: dict[Key, polib.POEntry], path: Path) -> list[str]:
    """Return what is wrong with the catalogue at ``path``, one sentence each."""
    if not path.exists():
        return [f"there is no {path}"]
    present = entries(path)
    faults = [f"missing: {key[1]!r}" for key in wanted.keys() - present.keys()]
    faults += [f"no longer in the code: {key[1]!r}" for key in present.keys() - wanted.keys()]
    for key in wanted.keys() & present.keys():
        entry = present[key]
        if entry.fuzzy:
            faults.append(f"fuzzy: {key[1]!r}")
        elif not entry.translated():
            faults.append(f"not translated: {key[1]!r}")
    return sorted(faults) + formats(path)


def formats(path: Path) -> list[str]:
    """Return what gettext says of translations that lose or invent a placeholder."""
    command = ["msgfmt", "--check-format", "--output-file", "/dev/null", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stderr.splitlines() if result.returncode else []
