"""Dates of references: a year, a year and a month, or a day; alone or as a range.

On the page they are text as EDTF level 0 writes it ("2018", "2018-05", "2018-05-03/2018-05-06",
ISO 8601-2:2019); in CSL they are ``date-parts``, lists of one to three whole numbers.
"""

import re
from calendar import monthrange
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
LAST_YEAR = 9999
Parts = list[int]


def read_date(text: str) -> list[Parts] | None:
    """Return the ``date-parts`` of a date or a range; ``None`` for what is no real date."""
    found = [_read_one(one) for one in text.split("/")]
    parts = [one for one in found if one]
    whole = len(parts) == len(found) in (1, 2)
    return parts if whole and parts == sorted(parts) else None


def write_date(parts: list[Parts]) -> str:
    """Return ``date-parts`` as text; the reverse of :func:`read_date`."""
    return "/".join(
        "-".join(f"{p:04d}" if n == 0 else f"{p:02d}" for n, p in enumerate(one)) for one in parts
    )


def check_date(text: str) -> None:
    """Refuse a date that is not in the calendar."""
    if read_date(text) is None:
        message = _("Write 2018, 2018-05 or 2018-05-03; two with a slash for a range.")
        raise ValidationError(message, code="date")


def date_of_csl(value: Any) -> tuple[str, bool] | None:
    """Return (text, circa) for a date of CSL, ``None`` when that cannot hold it whole.

    A season, a literal or an unreal date is such a case; numbers may be written as strings.
    """
    if not isinstance(value, dict) or set(value) - {"date-parts", "circa"}:
        return None
    try:
        parts = [[int(str(part)) for part in one] for one in value["date-parts"]]
        text = write_date(parts)
    except (KeyError, TypeError, ValueError):
        return None
    circa = value.get("circa", False) not in (False, 0, "", "false", None)
    return (text, circa) if len(text) <= 21 and read_date(text) == parts else None


def _read_one(text: str) -> Parts | None:
    found = DATE.fullmatch(text)
    if found is None:
        return None
    parts = [int(part) for part in found.groups() if part]
    year, month, day = (*parts, 1, 1)[:3]
    real = year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return parts if real else None
