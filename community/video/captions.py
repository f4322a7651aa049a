"""Captions as browsers read them (WebVTT), and what is wrong with a file that is none."""

import re

import webvtt
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from webvtt.errors import MalformedCaptionError, MalformedFileError

#: Captions of a whole day weigh less; what is larger is something else.
MOST_BYTES = 2 * 1024 * 1024


def check_captions(file: File) -> None:
    """Refuse a file that is no WebVTT: ``ValidationError``, which tells the line when it can."""
    if file.size > MOST_BYTES:
        raise ValidationError(_("This file is too large to hold captions."))
    try:
        with file.open("rb") as opened:
            text = opened.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("This file is no text in UTF-8: save it as such.")) from error
    except OSError as error:
        raise ValidationError(_("This file cannot be read any more: choose another.")) from error
    check_text(text)


def check_text(text: str) -> None:
    """Refuse captions that break the format, or of which one ends before it begins."""
    lines = re.split(r"\r\n|\r|\n", text)
    if "\0" in text or not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        raise ValidationError(_("Line 1: a file of captions begins with the word WEBVTT."))
    try:
        captions = webvtt.from_string(text, strict=True)
    except (MalformedCaptionError, MalformedFileError, ValueError) as error:
        raise ValidationError(_fault(_first_fault(lines))) from error
    lost = _lost_block(lines)
    if lost:
        raise ValidationError(_fault(lost))
    if not len(captions):
        raise ValidationError(_("There are no captions in this file."))
    # In the order of the file: one that ends too soon is the one at that place.
    times = [number for number, line in enumerate(lines, start=1) if "-->" in line]
    for number, caption in zip(times, captions.captions, strict=False):
        if caption.end_time <= caption.start_time:
            message = _("Line %(n)s: this caption ends before it begins.") % {"n": number}
            raise ValidationError(message)


def _first_fault(lines: list[str]) -> int:
    """Return the number of the first line that cannot be read after those above it."""
    low, high = 1, len(lines)
    while low < high:
        middle = (low + high) // 2
        if _reads(lines[:middle]):
            low = middle + 1
        else:
            high = middle
    return low


def _lost_block(lines: list[str]) -> int:
    """Return the number of the first line of a block that browsers would leave out, 0 for none."""
    blocks: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines, start=1):
        if not line:
            blocks.append((number + 1, []))
        elif blocks:
            blocks[-1][1].append(line)
    for number, block in blocks:
        known = not block or block[0].startswith(("NOTE", "STYLE", "REGION"))
        if not known and not any("-->" in line for line in block[:2]):
            return number
    return 0


def _reads(lines: list[str]) -> bool:
    try:
        webvtt.from_string("\n".join(lines), strict=True)
    except (MalformedCaptionError, MalformedFileError, ValueError):
        return False
    return True


def _fault(number: int) -> str:
    return _(
        "Line %(n)s: this is no caption. A caption has its times, “00:00:05.000 --> "
        "00:00:08.000”, then its text, then an empty line."
    ) % {"n": number}
