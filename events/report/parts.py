"""What this plugin records about an edition: its sites, its sessions, its sourced figures."""

from collections import Counter
from typing import Any

from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from community.charts import BarChart, Row
from community.plugins import ReportPart
from events.models import CampusPage, EditionPage
from events.models.session import SessionType
from events.programme.entries import published_entries


def parts_of_edition(edition: EditionPage, request: HttpRequest) -> list[ReportPart]:
    """Return the parts of a report that the edition's own pages can fill."""
    campuses = list(edition.campuses(request))
    return [
        part
        for part in (_sites(campuses), _sessions(campuses, request), _figures(edition))
        if part is not None
    ]


def _sites(campuses: list[CampusPage]) -> ReportPart | None:
    if not campuses:
        return None
    names = get_text_list([campus.title for campus in campuses], _("and"))
    sentence = ngettext(
        "One site hosted this edition: %(names)s.",
        "%(number)s sites hosted this edition: %(names)s.",
        len(campuses),
    ) % {"number": len(campuses), "names": names}
    zones = {campus.time_zone for campus in campuses}
    sentences = [sentence]
    if len(zones) > 1:
        sentences.append(
            _("They worked in %(number)s time zones, at the same instants for what they shared.")
            % {"number": len(zones)}
        )
    return ReportPart(_("The sites"), sentences, order=10)


def _sessions(campuses: list[CampusPage], request: HttpRequest) -> ReportPart | None:
    entries = [one for one in published_entries(request, campuses) if not one.cancelled]
    sessions = {one.session.pk: one.session for one in entries}
    if not sessions:
        return None
    relayed = {one.session.pk for one in entries if one.is_relay}
    sentences = [
        ngettext(
            "The published programme has one session.",
            "The published programme has %(number)s sessions.",
            len(sessions),
        )
        % {"number": len(sessions)}
    ]
    if relayed:
        sentences.append(
            ngettext(
                "One of them was broadcast from one site to others.",
                "%(number)s of them were broadcast from one site to others.",
                len(relayed),
            )
            % {"number": len(relayed)}
        )
    counted = Counter(session.session_type for session in sessions.values())
    rows = [Row(str(SessionType(kind).label), number) for kind, number in counted.most_common()]
    chart = BarChart(_("Sessions by type"), rows, _("sessions"))
    return ReportPart(_("The programme"), sentences, [chart], order=20)


def _figures(edition: EditionPage) -> ReportPart | None:
    sentences = [_said(figure) for figure in edition.figures.all()]
    return ReportPart(_("What the sources say"), sentences, order=90) if sentences else None


def _said(figure: Any) -> str:
    value = number_format(figure.value.normalize(), use_l10n=True, force_grouping=True)
    number = " ".join(part for part in (figure.qualifier, value, figure.unit) if part)
    includes = figure.includes and _("including %(what)s") % {"what": figure.includes}
    excludes = figure.excludes and _("not counting %(what)s") % {"what": figure.excludes}
    told = (figure.perimeter, includes, excludes, figure.note.rstrip("."))
    limits = [part for part in told if part]
    said = _("%(measure)s: %(number)s") % {"measure": figure.measure, "number": number}
    if limits:
        said += f" ({' ; '.join(limits)})"
    if figure.source_title:
        said += ". " + _("Source: %(title)s") % {"title": figure.source_title.rstrip(".")}
    return f"{said}."
