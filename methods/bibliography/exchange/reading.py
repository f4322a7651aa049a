"""Reads what somebody pastes or sends, whatever its format, and refuses what is no such thing."""

from django.utils.translation import gettext as _

from .bibtex import read_bibtex
from .csl_json import read_csl_json
from .entries import Reading
from .ris import _START as RIS_START
from .ris import read_ris

#: In characters. Django takes forms of 2.5 MB, and a character has up to three bytes here.
LONGEST = 800_000
MOST = 500


class Unreadable(Exception):
    """The whole cannot be read; the message says why and what to do."""


def decoded(data: bytes) -> tuple[str, str]:
    """Return a file as text, with a remark when it is not UTF-8."""
    for encoding in (
        ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",)
    ):
        try:
            return data.decode(encoding), ""
        except UnicodeDecodeError:
            continue
    remark = _("The file is not in UTF-8; it was read as Latin-1. Check the accents.")
    return data.decode("latin-1"), str(remark)


def read(text: str) -> Reading:
    """Return what ``text`` holds. Raises :class:`Unreadable` when it is none of the formats."""
    if len(text) > LONGEST:
        raise Unreadable(_("This is too long: 800,000 characters at most. Bring it in parts."))
    if "\0" in text:
        raise Unreadable(_("This is no text file: it has null characters. Export it again."))
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    start = text.lstrip()
    if not start:
        raise Unreadable(_("There is nothing to read. Paste references or choose a file."))
    if start[0] in "[{" and start[1:].lstrip()[:1] in ("{", '"', "]", "}"):
        reading = read_csl_json(text)
    elif RIS_START.search(text):
        reading = read_ris(text)
    elif start[0] == "<":
        raise Unreadable(_("This is XML or a web page. Export BibTeX, RIS or CSL-JSON instead."))
    elif "@" in start:
        reading = read_bibtex(text)
    else:
        raise Unreadable(_("This is neither BibTeX (@book{…}), nor RIS (TY  - …), nor CSL-JSON."))
    if len(reading.entries) > MOST:
        message = _(
            "There are %(found)s references: %(most)s at most at a time. Bring it in parts."
        )
        raise Unreadable(message % {"found": len(reading.entries), "most": MOST})
    if not reading.entries and not reading.problems:
        raise Unreadable(_("There is no reference in it."))
    return reading
