"""From the bytes of a file to the text that search finds, whatever the file."""

import logging
import re
from collections.abc import Callable
from typing import NamedTuple

from community.media.pdfium import LARGEST
from community.models import DocumentText
from community.search.analysis import LONGEST_TEXT

from .faults import Locked, TooLarge
from .office import docx_text, odf_text
from .pdf import pdf_text
from .plain import plain_text

logger = logging.getLogger(__name__)

Outcome = DocumentText.Outcome

READERS: dict[str, Callable[[bytes, int], str]] = {
    "pdf": pdf_text,
    "docx": docx_text,
    "odt": odf_text,
    "odp": odf_text,
    "ods": odf_text,
    "txt": plain_text,
    "csv": plain_text,
}
"""By extension, what gives the text of a file, and at least so many characters if it has them."""

# Soft hyphens are no part of a word; no database keeps a NUL, nor a half of a character.
_NOTHING = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACE = re.compile(r"[\s\0-\x20\x7f-\x9f\ud800-\udfff\ufffd-\uffff]+")


class Reading(NamedTuple):
    """The text of a file, and why there is none."""

    outcome: str
    text: str = ""


def is_read(extension: str) -> bool:
    """Return whether the text of files with this extension (``pdf``) is looked for."""
    return extension.lower() in READERS


def read(content: bytes, extension: str) -> Reading:
    """Return what search will find in a file: ``LONGEST_TEXT`` characters at most. Never raises.

    ``extension`` is that of its name, in any case, without the dot.
    """
    if not is_read(extension):
        return Reading(Outcome.OTHER)
    if len(content) > LARGEST:
        return Reading(Outcome.TOO_LARGE)
    try:
        text = tidy(READERS[extension.lower()](content, 2 * LONGEST_TEXT))
    except Locked:
        return Reading(Outcome.LOCKED)
    except (TooLarge, MemoryError):
        return Reading(Outcome.TOO_LARGE)
    except Exception as error:
        # Parsers raise anything on a file that is not what it says; it costs no more than its text.
        logger.info("A document of the kind %s cannot be read: %r", extension, error)
        return Reading(Outcome.DAMAGED)
    if len(text) > LONGEST_TEXT:
        return Reading(Outcome.CUT, text[:LONGEST_TEXT])
    return Reading(Outcome.READ if text else Outcome.EMPTY, text)


def tidy(text: str) -> str:
    """Return ``text`` in one line, without what does not show nor what a database refuses."""
    return _SPACE.sub(" ", _NOTHING.sub("", text)).strip()
