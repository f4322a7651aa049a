"""The run sheet as a tagged PDF, and what a model session says on paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.booklet.selection import MOST
from community.printing import Document, Section, Sheet, Step, pdf_response, qr, steps, stream
from community.printing.sheets import kind_of, sheet_of

from ..models.families import Family
from ..templatetags.session import moment
from ..wording import duration, people
from .desk import Desk
from .model_sessions import shown
from .plan import Format, Plan
from .preparation import Needed
from .rows import Row
from .rows import Sheet as Session

# A longer address gives a code too dense to be read from paper.
LONGEST_CODE = 420


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def run_sheet_pdf(request: HttpRequest) -> HttpResponse:
    """Return the run sheet of a session, that of the address or of the form that is posted."""
    desk = Desk.read(request)
    if not desk.plan.items:
        return redirect("methods:composer")
    address = f"{reverse('methods:composer')}?{desk.query}"
    session, title = desk.sheet(), desk.plan.title or _("My session")
    url = request.build_absolute_uri(address)
    data = {
        "kind": _("Run sheet"),
        "title": title,
        "facts": facts(desk.plan),
        "columns": [pgettext("session", "Time"), pgettext("session", "What"), _("Minutes")],
        "rows": [_row(row, desk.plan) for row in session.rows],
        "total": [_("Total"), str(desk.plan.total)],
        "lists": [
            {"heading": heading, "lines": lines}
            for heading, lines in (
                (_("To bring"), [needed(line) for line in session.shopping]),
                (_("Who is needed"), [counted(line) for line in session.roles]),
            )
            if lines
        ],
        "qr": qr(url) if len(url) <= LONGEST_CODE else "",
        "qr_alt": _("Code that opens this session in the composer"),
    }
    language = get_language() or "fr"
    document = Document("methods/run_sheet.typ", data, title=title, language=language)
    return pdf_response(request, document, title, private=True)


def cards_url(session: Session) -> str:
    """Return the address of the printable cards of the methods; empty without any."""
    keys = [str(row.known.page.pk) for row in session.rows if row.known]
    return f"{reverse('booklet_cards')}?pages={','.join(keys[:MOST])}" if keys else ""


def facts(plan: Plan) -> list[tuple[Any, str]]:
    """Return what was asked, as labels and values."""
    wish = plan.wish
    return [
        (_("How long"), duration(plan.total)),
        (_("How many people"), people(wish.people)),
        (_("To do what"), str(Family(wish.aim).label)),
        (_("Where"), str(Format(wish.format).label)),
    ]


def name_of(row: Row) -> str:
    """Return what an item is called."""
    if row.gone and not row.item.title:
        return _("A method that is no longer published")
    return row.item.title or (row.fact.title if row.fact else str(row.item.kind.label))


def needed(line: Needed) -> str:
    """Return a line of what to bring: name, quantity, and what it takes if it is used up."""
    words = counted(line)
    if line.all_together != line.quantity:
        words += " " + _("(%(n)s if it gets used up)") % {"n": line.all_together}
    return words


def counted(line: Needed) -> str:
    """Return a name, followed by how many of it when it is not one."""
    return f"{line.name} × {line.quantity}" if (line.quantity or 0) > 1 else line.name


def _row(row: Row, plan: Plan) -> dict[str, Any]:
    named = row.fact is not None or bool(row.item.title)
    return {
        "begins": moment(row.before, plan.start),
        "ends": moment(row.after, plan.start),
        "name": name_of(row),
        "kind": str(row.item.kind.label) if named else "",
        "rests": row.item.kind.rests,
        "steps": [
            {
                "title": step.title,
                "time": duration(step.minutes) if step.minutes else "",
                "split": str(split) if split else "",
            }
            for step, split in row.steps
        ],
        "note": row.item.note,
        "minutes": str(row.item.minutes),
    }


def model_session_sheet(page: Any, request: HttpRequest) -> Sheet:
    """Return what a model session says on a card and in a booklet."""
    session: Session = shown(page, request)["sheet"]
    run = steps(
        Step(name_of(row), duration(row.item.minutes), ", ".join(row.splits))
        for row in session.rows
    )
    return sheet_of(
        page,
        request,
        kind=kind_of(page, page.get_aim_display()),
        facts=facts(session.plan),
        sections=[
            Section(_("How it runs"), run, brief=run),
            Section(_("About this session"), stream(page.body, page.get_full_url(request) or "")),
        ],
    )
