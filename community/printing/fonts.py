"""Which characters the fonts that come with Typst can draw.

A PDF/UA document refuses a character without a glyph, and one unlucky emoji must not cost the
whole document. Some scripts even make Typst 0.15 panic: what is not listed never reaches it.
"""

import unicodedata

MISSING = "…"

# Found by asking Typst to draw each character alone (test_printing.py asks again for all of them).
_DRAWN = (
    (0x20, 0x7E),  # Latin, Greek, Cyrillic, Armenian
    (0xA0, 0x4FF),
    (0x531, 0x58A),
    (0x1D00, 0x2040),  # phonetic, accented Latin and Greek, punctuation
    (0x2042, 0x2042),
    (0x2044, 0x2052),  # small figures, currencies
    (0x2054, 0x20C0),
    (0x20D0, 0x20F0),
    (0x2100, 0x211E),  # letter-like, fractions, arrows, mathematics
    (0x2122, 0x2122),
    (0x2126, 0x2151),
    (0x2153, 0x2184),
    (0x2190, 0x23FF),
    (0x2460, 0x2606),  # circled figures, boxes, shapes, signs
    (0x2609, 0x262F),
    (0x2638, 0x268B),
    (0x272A, 0x274B),
    (0x270C, 0x2714),  # ticks, crosses, ornaments
    (0x2717, 0x2726),
    (0x2761, 0x277F),
    (0x2798, 0x27AF),
    (0x27B1, 0x2BFF),
    (0x2C60, 0x2CFF),
    (0xFB00, 0xFB06),  # ligatures
)
_BLANKS = "\t\n\r\v\f\u2028\u2029"


def printable(text: str) -> str:
    """Return ``text`` with only characters that can be printed, composed (NFC).

    Pictures and marks without a glyph (emoji) disappear; words in a script that the fonts do not
    have become one « … », so that the reader sees that something is missing; line ends become
    spaces.
    """
    text = unicodedata.normalize("NFC", text)
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    for character in text:
        if character in _BLANKS:
            kept.append(" ")
        elif is_drawn(character):
            kept.append(character)
        elif unicodedata.category(character)[0] in "LN" and kept[-1:] != [MISSING]:
            kept.append(MISSING)
    return "".join(kept)


def is_drawn(character: str) -> bool:
    """Return whether a bundled font has a glyph for ``character``."""
    code = ord(character)
    return any(first <= code <= last for first, last in _DRAWN) and (
        unicodedata.category(character) != "Cn"
    )
