"""Compile the message catalogues without gettext, so that ``make run`` needs Python alone."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """In place of Django's command of that name, which needs the program msgfmt."""

    help = "Compiles the .po files of the project to .mo files. Needs no gettext."
    # Checks import everything, and what they import may want the catalogues.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Let the caller compile some languages only, as Django's command does."""
        parser.add_argument("--locale", "-l", action="append", default=[], help="fr, for example")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compile each catalogue that is newer than its result; fuzzy entries stay out."""
        for source in catalogues(options["locale"]):
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
                continue
            compile_catalogue(source, target)
            if options["verbosity"]:
                self.stdout.write(f"compiled {source.relative_to(settings.BASE_DIR)}")


def catalogues(languages: list[str]) -> list[Path]:
    """Return the .po files under ``LOCALE_PATHS``, of ``languages`` or of all."""
    return [
        path
        for folder in settings.LOCALE_PATHS
        for path in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))
        if not languages or path.parts[-3] in languages
    ]


def compile_catalogue(source: Path, target: Path) -> None:
    """Write ``target`` in one step, so that a server never reads half a catalogue.

    Raises ``CommandError`` with the line when ``source`` cannot be read.
    """
    try:
        catalogue = polib.pofile(str(source), encoding="utf-8")
    except (OSError, ValueError) as error:
        raise CommandError(f"{source}: {error}") from error
    draft = target.with_suffix(".mo.draft")
    catalogue.save_as_mofile(str(draft))
    draft.replace(target)
