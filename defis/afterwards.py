"""What became of the défis of an edition: a line for each, from its public follow-ups."""

from collections import defaultdict
from datetime import date

from django.db.models import Q
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from community.pages import visible
from community.plugins import ReportPart
from events.models import EditionPage

from .models import DefiPage, FollowUpPage
from .models.state import State
from .steps import steps_told

#: What is worth reading first comes first.
_ORDER = (
    *(State.SPREAD, State.DEPLOYED, State.TESTING, State.PAUSED, State.STOPPED),
    *(State.PROTOTYPED, State.AT_UNIVERSITY, State.PREPARING, State.SELECTED, State.PROPOSED),
)
_FIRST, _LAST = 10, 90


def afterwards_of_edition(
    edition: EditionPage, request: HttpRequest, since: date | None
) -> list[ReportPart]:
    """Return a part for each state with a line per défi, then the défis nobody told of.

    With ``since``, only the défis that were told of after that day.
    """
    defis = list(
        visible(request, DefiPage)
        .filter(edition__translation_key=edition.translation_key)
        .order_by("campus__title", "number")
        .defer_streamfields()
    )
    told = _told(defis, request)
    lines: dict[str, list[str]] = defaultdict(list)
    silent = []
    for defi in defis:
        follow_ups = told.get(defi.path, [])
        if since is not None and not any(_is_new(one, since) for one in follow_ups):
            continue
        if follow_ups:
            lines[defi.state].append(_line(defi, follow_ups))
        else:
            silent.append(str(defi.choice_label))
    parts = [
        ReportPart(
            _("%(state)s: %(number)s") % {"state": state.label, "number": len(lines[state])},
            lines[state],
            order=_FIRST + place,
        )
        for place, state in enumerate(_ORDER)
        if lines[state]
    ]
    if silent:
        heading = _("No news yet: %(number)s") % {"number": len(silent)}
        parts.append(ReportPart(heading, silent, order=_LAST))
    return parts


def _told(defis: list[DefiPage], request: HttpRequest) -> dict[str, list[FollowUpPage]]:
    """The visible follow-ups by the tree path of their défi, the latest first."""
    below = Q(pk__in=[])
    for parent in {defi.path[: -DefiPage.steplen] for defi in defis}:
        below |= Q(path__startswith=parent)
    found: dict[str, list[FollowUpPage]] = defaultdict(list)
    for page in visible(request, FollowUpPage).filter(below).order_by("-date", "-pk"):
        found[page.defi_path].append(page)
    return found


def _is_new(follow_up: FollowUpPage, since: date) -> bool:
    published = follow_up.first_published_at
    return follow_up.date > since or (published is not None and published.date() > since)


def _line(defi: DefiPage, follow_ups: list[FollowUpPage]) -> str:
    """Where the défi stands and since when, what was learnt, what was promised next."""
    latest = follow_ups[0]
    since = latest.date
    for one in follow_ups:
        if one.state != latest.state:
            break
        since = one.date
    said = [
        _("%(state)s since %(date)s.")
        % {"state": latest.get_state_display(), "date": date_format(since, "F Y")}
    ]
    if learnt := next((one.learnt for one in follow_ups if one.learnt), ""):
        said.append(_("What was learnt: %(text)s") % {"text": _sentence(learnt)})
    if steps := _open_steps(latest):
        said.append(
            ngettext("Next step: %(steps)s", "Next steps: %(steps)s", len(steps))
            % {"steps": _sentence(" ; ".join(steps))}
        )
    if any(one.fictional for one in follow_ups):
        said.append(_("Fictional example") + ".")
    # No link: one to a défi that is made private later would tell its address.
    return f"{defi.choice_label} – {' '.join(said)}"


def _open_steps(follow_up: FollowUpPage) -> list[str]:
    """The steps promised and neither done nor given up, without their final stop."""
    return [step.text.strip().rstrip(".") for step in steps_told([follow_up]) if step.is_open]


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
