"""What this plugin records about an edition: its défis, its prototypes, what became of them."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from community.charts import BarChart, Row
from community.pages import visible
from community.plugins import ReportPart
from events.models import EditionPage

from .models import DefiMethod, DefiPage, PrototypePage
from .models.prototype import Kind
from .models.state import State

METHODS_SHOWN = 12


def parts_of_edition(edition: EditionPage, request: HttpRequest) -> list[ReportPart]:
    """Return the parts of a report that défis and prototypes can fill."""
    defis = list(
        visible(request, DefiPage)
        .filter(edition__translation_key=edition.translation_key)
        .select_related("campus")
        .defer_streamfields()
    )
    parts = [_defis(defis), _prototypes(edition, request), _methods(defis, request), _fate(defis)]
    return [part for part in parts if part is not None]


def _defis(defis: list[DefiPage]) -> ReportPart | None:
    if not defis:
        return None
    sentence = ngettext("One défi is recorded.", "%(number)s défis are recorded.", len(defis)) % {
        "number": len(defis)
    }
    sites = Counter(str(defi.campus.title) for defi in defis if defi.campus)
    chart = BarChart(_("Défis by site"), _rows(sites.most_common()), _("défis"))
    return ReportPart(_("The défis"), [sentence], [chart] if len(sites) > 1 else [], order=30)


def _prototypes(edition: EditionPage, request: HttpRequest) -> ReportPart | None:
    kinds = Counter(
        visible(request, PrototypePage)
        .filter(edition__translation_key=edition.translation_key)
        .values_list("kind", flat=True)
    )
    number = sum(kinds.values())
    if not number:
        return None
    sentence = ngettext(
        "One prototype is recorded.", "%(number)s prototypes are recorded.", number
    ) % {"number": number}
    rows = _rows((Kind(kind).label, count) for kind, count in kinds.most_common())
    chart = BarChart(_("Prototypes by type"), rows, _("prototypes"))
    return ReportPart(_("The prototypes"), [sentence], [chart], order=40)


def _methods(defis: list[DefiPage], request: HttpRequest) -> ReportPart | None:
    used = DefiMethod.objects.filter(page__in=defis).values_list("method_id", "page_id").distinct()
    counted = Counter(method for method, _defi in used)
    titles = dict(visible(request).filter(pk__in=counted).values_list("pk", "title"))
    rows = [(titles[key], number) for key, number in counted.most_common() if key in titles]
    if not rows:
        return None
    sentence = ngettext(
        "The fiches name one method.", "The fiches name %(number)s methods.", len(rows)
    ) % {"number": len(rows)}
    chart = BarChart(_("Methods used most"), _rows(rows[:METHODS_SHOWN]), _("défis"))
    return ReportPart(_("The methods used"), [sentence], [chart], order=50)


def _fate(defis: list[DefiPage]) -> ReportPart | None:
    counted = Counter(defi.state for defi in defis)
    if not counted:
        return None
    states = [(State(state).label, counted[state]) for state in State.values if counted[state]]
    listed = get_text_list([f"{label} ({number})" for label, number in states], _("and"))
    sentence = _("Where the défis stand today: %(states)s.") % {"states": listed}
    chart = BarChart(_("State of the défis"), _rows(states), _("défis"))
    return ReportPart(_("What became of them"), [sentence], [chart], order=60)


def _rows(pairs: Iterable[tuple[Any, int]]) -> list[Row]:
    return [Row(str(label), number) for label, number in pairs]
