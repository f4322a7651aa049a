"""French spaces and apostrophes in a text that is about to be shown or printed.

The rules are those of the *Lexique des règles typographiques en usage à l'Imprimerie nationale*:
a thin space before ; ! ? and inside « », a space before the colon, none of which may end a line.
Content is stored as people type it, and searched and exported so.
"""

import re
from collections.abc import Sequence

THIN = "\u202f"  # narrow no-break space
FIXED = "\u00a0"  # no-break space

_BLANK = "[ \u00a0\u2009\u202f]"
# Addresses of the web and of people stay as they are, whatever stands inside.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")
_RULES = (
    (re.compile(rf"(?<=«){_BLANK}|{_BLANK}(?=»)"), THIN),
    (re.compile(rf"(?<=\S){_BLANK}(?=[;!?](?:[\s!?…»”)\u202f]|$))"), THIN),
    (re.compile(rf"(?<=\S){_BLANK}(?=:(?:\s|$))"), FIXED),
    # 98 000 habitants, but not « en 2018 100 personnes »: the first group has three digits at most.
    (re.compile(rf"(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b\d\d\d)){_BLANK}(?=\d{{3}}(?!\d))"), THIN),
    (re.compile(rf"(?<=\d){_BLANK}(?=[%€°])"), FIXED),
    (re.compile(rf"(?<=\d){_BLANK}(?=(?:min|h|kg|km|m|cm)\b)"), FIXED),
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
)


def typographic(text: str, language: str) -> str:
    """Return ``text`` with the spaces of its ``language``: French ones, else as it came.

    Blanks and apostrophes are replaced one for one, so the result is as long as ``text``: the
    parts of a sentence cut by bold or by a link can be treated as one text. Nothing is added
    where the author typed nothing, and web and e-mail addresses are left alone.
    """
    if not language.startswith("fr"):
        return text
    kept = [match.span() for match in _ADDRESS.finditer(text)]
    changed = text
    for pattern, new in _RULES:
        changed = pattern.sub(new, changed)
    for start, end in kept:
        changed = changed[:start] + text[start:end] + changed[end:]
    return changed


def typographic_parts(parts: Sequence[str], language: str) -> list[str]:
    """Return the ``parts`` of one text, treated together and cut where they were."""
    whole = typographic("".join(parts), language)
    ends, cut = 0, []
    for part in parts:
        cut.append(whole[ends : ends + len(part)])
        ends += len(part)
    return cut
