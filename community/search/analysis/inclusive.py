"""Inclusive writing: the words that acteurs.ice, chargé·e·s, citoyen(ne)s or élu-e stand for."""

import re

_DOT = "[.·•‧⋅∙]"
_ENDING = "trice|rice|ice|euse|sse|ere|ne|le|ve|te|fe|e"
# Between hyphens or slashes much else is written (prends-le, et/ou): the feminine must double or
# replace what it follows.
_AFTER_HYPHEN = "trice|rice|euse|ere|(?<=n[-/])ne|(?<=l[-/])le|(?<=f[-/])ve|(?<=t[-/])te|e"

# acteurs.ice, acteur·rice·s, chargé.e, citoyen.ne.s; but neither exemple.fr nor "M. le maire".
# Only lower-case endings: "C'est fini.Le lendemain" lacks a space, it is no feminine.
_FORMS = re.compile(
    rf"""\b([^\W\d_]{{2,}}?)(s?)
    (?: {_DOT}({_ENDING})s?(?:{_DOT}s)?
      | \(({_ENDING}|s)s?\)(?:s|\(s\))?
      | [-/]({_AFTER_HYPHEN})s?(?:[-/]s)?
    )(?!\w|[.·•‧⋅∙/(-]\w)""",
    re.VERBOSE,
)
# The written ending, the end of the masculine that it replaces, and what replaces it.
_FEMININE = (
    ("ice", "eur", "rice"),
    ("euse", "eur", "euse"),
    ("euse", "eux", "euse"),
    ("ve", "f", "ve"),
    ("ere", "er", "ere"),
)


def with_all_forms(plain: str) -> str:
    """Return a folded text that keeps its capitals, each inclusive form replaced by its words."""
    return _FORMS.sub(_all_forms, plain)


def with_one_form(plain: str) -> str:
    """Return the same with the masculine alone, for a question: it has the stem of the others."""
    return _FORMS.sub(r"\1\2", plain)


def _all_forms(match: re.Match[str]) -> str:
    """Return the masculine and feminine, singular and plural, that an inclusive form stands for."""
    masculine = match[1]
    ending = match[3] or match[4] or match[5]
    if ending == "s":
        return f"{masculine} {masculine}s"
    feminine = masculine + ending
    for written, replaced, replacement in _FEMININE:
        if ending.endswith(written) and masculine.endswith(replaced):
            feminine = masculine.removesuffix(replaced) + replacement
    return f"{masculine} {masculine}s {feminine} {feminine}s"
