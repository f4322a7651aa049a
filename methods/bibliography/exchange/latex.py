"""LaTeX as BibTeX files have it, to plain text and back."""

import logging
import re
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text

# What it warns of is in the file of an editor, who is told by us.
logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)

LONGEST = 20_000
DEEPEST = 40
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_ESCAPED = str.maketrans(_ESCAPES)
# The decoder would drop or change these: they go past it as characters of the private use area.
_ASIDE = {
    **{command: chr(0xE010 + n) for n, command in enumerate(_ESCAPES.values())},
    r"\{": "\ue01e",
    r"\}": "\ue01f",
}
_BACK = str.maketrans(
    {**{chr(0xE010 + n): sign for n, sign in enumerate(_ESCAPES)}, "\ue01e": "{", "\ue01f": "}"}
)
_COMMENT = re.compile(r"(?<!\\)%")
_TEX = re.compile(r"[\\{}$~^%&]|--|``|''")


def plain(latex: str) -> str:
    """Return LaTeX as text. Raises ValueError for what is too long or too deeply nested.

    Mathematics stays as it is written. A lone ``%`` is a percentage: files of references are
    not written with TeX's comments in mind.
    """
    if len(latex) > LONGEST or _depth(latex) > DEEPEST:
        raise ValueError("too long or too deep")
    if _TEX.search(latex):
        for command, character in _ASIDE.items():
            latex = latex.replace(command, character)
        latex = _decoder().latex_to_text(_COMMENT.sub(r"\\%", latex)).translate(_BACK)
    return " ".join(latex.split())


def verbatim(latex: str) -> str:
    """Return an address or an identifier, of which TeX only escapes some characters."""
    return re.sub(r"\\([&%$#_{}])", r"\1", latex.replace(r"\textasciitilde", "~")).strip()


def escaped(text: str) -> str:
    """Return text with TeX's own characters escaped; accents stay, the files are UTF-8."""
    return text.translate(_ESCAPED)


def balanced(latex: str) -> bool:
    """Return whether every brace has its other half, as BibTeX wants it."""
    depth = 0
    for sign in latex:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def _depth(latex: str) -> int:
    depth = deepest = 0
    for sign in latex:
        depth += (sign in "{[") - (sign in "}]")
        deepest = max(deepest, depth)
    return deepest


@cache
def _decoder() -> LatexNodes2Text:
    return LatexNodes2Text(math_mode="verbatim", keep_comments=True)
