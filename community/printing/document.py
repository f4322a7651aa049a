"""One document to print: a Typst template of a plugin, and the data that it draws."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst
from django.apps import apps

from .fonts import MISSING, printable
from .words import Raw, prepared

HERE = Path(__file__).resolve().parent
#: The shared library: templates import it as ``@local/maillage:1.0.0``.
PACKAGES = HERE / "packages"
_REGIONS = {"fr": "FR"}
FORMAT = "typst" + version("typst")


class PrintError(Exception):
    """A document that could not be made; the message names its template and the cause."""


@dataclass(frozen=True)
class Document:
    """A PDF to be: ``template`` is ``<app label>/<file>``, below ``typst/`` in that plugin.

    ``data`` holds dictionaries, lists, numbers, truth values, texts (lazy ones too) and ``None``.
    Its texts get the typography of ``language``, except those marked as ``Raw``. The template is
    ours; what people wrote reaches it as data only, never as source.
    """

    template: str
    data: Mapping[str, Any]
    title: str
    language: str
    author: str = ""

    @cached_property
    def inputs(self) -> dict[str, str]:
        """What the template reads: everything as one JSON text."""
        language, _dash, region = self.language.partition("-")
        about = {
            # A PDF/UA has a title, whatever is left of the one that people typed.
            "title": printable(self.title).strip() or MISSING,
            "author": self.author,
            "language": Raw(language),
            "region": Raw(region.upper() or _REGIONS.get(language, "")),
        }
        return {
            "about": json.dumps(prepared(about, self.language), ensure_ascii=False),
            "data": json.dumps(prepared(self.data, self.language), ensure_ascii=False),
        }

    @cached_property
    def etag(self) -> str:
        """A quoted mark of the content: the same data drawn by the same templates."""
        mark = hashlib.sha256()
        folder = folder_of(self.template)
        for part in (FORMAT, self.template, sources(folder), sources(PACKAGES)):
            mark.update(part.encode())
        for name in sorted(self.inputs):
            mark.update(self.inputs[name].encode())
        return f'"{mark.hexdigest()[:32]}"'

    def pdf(self) -> bytes:
        """Return a tagged PDF/UA-1 (ISO 14289-1): the same bytes for the same data.

        Raises ``PrintError`` when the template is missing, faulty, or refuses the data.
        """
        path = folder_of(self.template) / self.template.partition("/")[2]
        if not path.is_file():
            raise PrintError(f"There is no template {self.template}.")
        compiler = typst.Compiler(
            str(path),
            root=str(path.parent),
            ignore_system_fonts=True,
            package_path=str(PACKAGES),
            package_cache_path=str(PACKAGES),
            font_paths=_fonts(),
        )
        try:
            made = compiler.compile(
                format="pdf", sys_inputs=self.inputs, pdf_standards="ua-1", timestamp=0
            )
        except typst.TypstError as error:
            raise PrintError(f"{self.template}: {error.message}\n{error.diagnostic}") from error
        except BaseException as error:
            # A fault of Typst itself comes as a panic, which is no Exception.
            if type(error).__module__ != "pyo3_runtime":
                raise
            raise PrintError(f"{self.template}: Typst gave up ({error}).") from error
        assert isinstance(made, bytes)
        return made


def pdf(
    template: str, data: Mapping[str, Any], *, title: str, language: str, author: str = ""
) -> bytes:
    """Return the PDF of one :class:`Document`, for who needs nothing else of it."""
    return Document(template, data, title, language, author).pdf()


def folder_of(template: str) -> Path:
    """Return the only folder that ``template`` may read. Raises ``PrintError``."""
    label, _slash, name = template.partition("/")
    if not name or ".." in Path(name).parts:
        raise PrintError(f"{template} is not <app label>/<file>.")
    if label == "community":
        return HERE / "typst"
    try:
        return Path(apps.get_app_config(label).path) / "typst"
    except LookupError as error:
        raise PrintError(f"{template}: there is no app {label}.") from error


@lru_cache
def sources(folder: Path) -> str:
    """Return a mark of the Typst files below ``folder``, read once."""
    mark = hashlib.sha256()
    for path in sorted(folder.rglob("*.typ")):
        mark.update(path.read_bytes())
    return mark.hexdigest()


@lru_cache
def _fonts() -> typst.Fonts:
    """The fonts that come with Typst, found once: no system font, the same bytes everywhere."""
    return typst.Fonts(include_system_fonts=False)
