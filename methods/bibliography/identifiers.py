"""DOI, ISBN and ISSN: how they are written, and how a slip of the hand is found out."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# ISO 26324: a prefix of the registrant, a slash, a suffix of any printable characters.
DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+", re.IGNORECASE)
DOI_PREFIX = re.compile(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
BAD_DOI = _("A DOI begins with 10. and has a slash: 10.1000/182.")
BAD_ISBN = _("This ISBN is not right: check its 10 or 13 digits, one of them may be wrong.")
BAD_ISSN = _("This ISSN is not right: it has 8 characters, such as 0317-8471; check them.")


def bare_doi(text: str) -> str:
    """Return a DOI without the address or the word that people write before it."""
    return DOI_PREFIX.sub("", text).strip()


def check_doi(text: str) -> None:
    """Refuse what is no DOI, the usual prefixes aside."""
    if not DOI.fullmatch(bare_doi(text)):
        raise ValidationError(BAD_DOI, code="doi")


def check_isbn(text: str) -> None:
    """Refuse an ISBN whose check digit is wrong (ISO 2108; ten digits before 2007)."""
    digits = _digits(text)
    if re.fullmatch(r"\d{13}", digits) and digits.startswith(("978", "979")):
        total = sum(int(d) * (3 if place % 2 else 1) for place, d in enumerate(digits))
        right = total % 10 == 0
    else:
        right = bool(re.fullmatch(r"\d{9}[\dX]", digits)) and _weighted(digits) % 11 == 0
    if not right:
        raise ValidationError(BAD_ISBN, code="isbn")


def check_issn(text: str) -> None:
    """Refuse an ISSN whose check digit is wrong (ISO 3297)."""
    digits = _digits(text)
    if not re.fullmatch(r"\d{7}[\dX]", digits) or _weighted(digits) % 11:
        raise ValidationError(BAD_ISSN, code="issn")


def _digits(text: str) -> str:
    return re.sub(r"[\s\-‐‑–]", "", text).upper()


def _weighted(digits: str) -> int:
    """The sum of the digits, the last counting once, the one before it twice, and so on."""
    return sum(
        (10 if digit == "X" else int(digit)) * weight
        for weight, digit in enumerate(reversed(digits), start=1)
    )
