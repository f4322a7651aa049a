"""What a défi says on paper: its card, and its part of a booklet."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from community.models import Phase
from community.pages import visible_or_none
from community.printing import (
    Block,
    Section,
    Sheet,
    kind_of,
    lines,
    paragraph,
    rich,
    sheet_of,
    stream,
    written,
)

from .methods_used import methods_by_temps

# The marks of the phases on the site, drawn in one character: they need no colour.
MARKS = {Phase.BEFORE: "○", Phase.DURING: "◐", Phase.AFTER: "●"}


def defi_sheet(page: Any, request: HttpRequest) -> Sheet:
    """Return the sheet of a défi; a site, an edition or a method that is hidden is not named."""
    base = page.get_full_url(request) or ""
    obstacles = [statement(row) for row in page.obstacle_rows]
    levers = [statement(row) for row in page.lever_rows]
    users = [group.value["text"] for group in page.users]
    question = [paragraph(page.working_question)] if page.working_question else []
    sections = [
        Section(_("What is at stake"), stream(page.stakes, base)),
        Section(_("Working question"), question, brief=question),
        Section(_("Stakeholders"), lines(page.stakeholders), narrow=True),
        Section(pgettext("défi", "Users"), lines(users), narrow=True),
        Section(_("Obstacles"), lines(obstacles), brief=lines(obstacles), narrow=True),
        Section(_("Levers"), lines(levers), brief=lines(levers), narrow=True),
        Section(_("What the porteur expects"), lines(page.expectations)),
        Section(_("Irritants"), lines(page.irritants), narrow=True),
        Section(_("Open questions"), lines(page.open_questions), narrow=True),
        Section(_("Wording the question"), rich(page.temps_1, base)),
        Section(_("From ideas to prototypes"), rich(page.temps_2, base)),
        Section(_("Shaping, and what comes next"), rich(page.temps_3, base)),
        Section(_("The exhibition"), rich(page.temps_4, base)),
        Section(_("Methods used"), methods(page, request)),
        Section(_("Next steps"), lines(page.next_steps)),
        Section(_("To be checked"), lines(page.to_check)),
    ]
    number = _("no. %(number)s") % {"number": page.number} if page.number else ""
    return sheet_of(
        page, request, kind=kind_of(page, number), facts=facts(page, request), sections=sections
    )


def facts(page: Any, request: HttpRequest) -> list[tuple[str, str]]:
    """Return porteurs, territories, site and state of a défi, those that are known."""
    campus = visible_or_none(request, page.campus)
    edition = visible_or_none(request, page.edition)
    place = [campus.title if campus else "", str(edition.year) if edition else ""]
    return [
        (_("Porteur"), ", ".join(str(row.organisation) for row in page.porteur_rows)),
        (_("Territory"), ", ".join(str(row.territory) for row in page.territory_rows)),
        (_("Worked on at"), " ".join(part for part in place if part)),
        (_("State"), f"{MARKS[Phase(page.phase)]} {page.get_state_display()}"),
    ]


def methods(page: Any, request: HttpRequest) -> list[Block]:
    """Return the names of the visible methods, once each."""
    rows = [row for group in methods_by_temps(page, request) for row in group["rows"]]
    return lines(dict.fromkeys(row.method.title for row in rows))


def statement(row: Any) -> str:
    """Return an obstacle or a lever, with its doubt."""
    return f"{row.text} ({_('to be checked')})" if row.to_check else row.text


def factor_sheet(page: Any, request: HttpRequest) -> Sheet:
    """Return the sheet of an obstacle or a lever, with the ways of lifting it that are known."""
    from .factors import ways_of_lifting

    obstacle = page.kind == "obstacle"
    ways = ways_of_lifting(request).get(page.pk, [])
    told = lines(dict.fromkeys(how if obstacle else f"{text} {how}" for text, how in ways))
    heading = _("How it was lifted") if obstacle else _("What it lifted")
    return sheet_of(
        page,
        request,
        kind=kind_of(page, page.get_family_display()),
        sections=[*written(page, page.get_full_url(request) or ""), Section(heading, told)],
    )
