"""How durations and numbers of people are said."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

NBSP = "\N{NO-BREAK SPACE}"
HOUR = 60


def duration(minutes: int | None) -> str:
    """Return a number of minutes as people say it: « 45 min », « 1 h 30 »; empty for none."""
    if not minutes:
        return ""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        said = _("%(n)s min") % {"n": rest}
    elif rest:
        said = _("%(hours)s h %(minutes)s") % {"hours": hours, "minutes": f"{rest:02}"}
    else:
        said = _("%(n)s h") % {"n": hours}
    return said.replace(" ", NBSP)


def people(number: int) -> str:
    """Return « 12 personnes »."""
    return ngettext("%(n)s person", "%(n)s people", number) % {"n": number}


def span(low: int | None, high: int | None, say: Callable[[int], str]) -> str:
    """Return the range from ``low`` to ``high`` in words, each bound said by ``say``.

    A bound that is ``None`` is open; the answer is empty when both are.
    """
    if low is None or high is None:
        if low is not None:
            return _("at least %(low)s") % {"low": say(low)}
        return _("up to %(high)s") % {"high": say(high)} if high is not None else ""
    if low == high:
        return say(low)
    first, last = say(low), say(high)
    # The unit once, when both bounds have the same: « 30–45 min », « 4–12 personnes ».
    if first.replace(str(low), "", 1) == last.replace(str(high), "", 1):
        return last.replace(str(high), f"{low}–{high}", 1)
    return _("%(low)s to %(high)s") % {"low": first, "high": last}
