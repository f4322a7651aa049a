"""The pages of the observatory, below the list of défis."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from community.pages import CommunityPage, of_anybody, visible
from community.pages.routing import visible_page_at
from events.models import ReportKind, ReportPage

from ..models import DefiIndexPage, DefiPage
from .drawing import LINES, chart_of
from .export import sheet_response
from .links import COLUMN, EDITION, LINE, TABLE, Links
from .reading import Reading
from .subjects import SUBJECTS, TABLES, subject_called

PAGE = "page"
#: How many défis a list behind a number shows at a time.
LISTED = 50


def subject_response(index: DefiIndexPage, request: HttpRequest, slug: str) -> HttpResponse:
    """Show one subject of the observatory; 404 for a slug that is none."""
    subject = subject_called(slug)
    if subject is None:
        raise Http404(f"The observatory has no page '{slug[:80]}'.")
    context, links = _context(index, request, f"observatoire/{slug}/" if slug else "observatoire/")
    parts = []
    for _name, make in subject.tables:
        table = make(links.reading)
        lines = Paginator(table.lines, LINES).get_page(request.GET.get(PAGE))
        chart = chart_of(table, lines, links) if table.lines else None
        parts.append({"table": table, "chart": chart, "lines": lines, "sheet": links.sheet(table)})
    menu = [
        {"label": each.label, "url": links.subject(each.slug), "current": each is subject}
        for each in SUBJECTS
    ]
    base = links.subject(subject.slug).partition("?")[0]
    chosen = links.reading.edition
    editions = [
        {"label": each.name, "url": f"{base}?{EDITION}={each.slug}", "current": each is chosen}
        for each in links.reading.editions
    ]
    context |= {
        "subject": subject,
        "menu": menu,
        "all_url": base,
        "editions": editions,
        "edition": chosen,
        "parts": parts,
        "number": len(links.reading.fates),
        "story": _story(links.reading),
        "fictional": links.reading.fictional,
        "more": "&" if chosen else "?",
        "here": links.subject(subject.slug),
    }
    return TemplateResponse(request, "defis/observatory/observatory.html", context)


@require_safe
def sheet(request: HttpRequest, address: str, name: str) -> HttpResponse:
    """Give one table as CSV; 404 for a name or an address that is none."""
    index = visible_page_at(request, address)
    if not isinstance(index, DefiIndexPage) or name not in TABLES:
        raise Http404(f"The observatory has no table '{name[:80]}'.")
    links = _links(index, request)
    source = request.build_absolute_uri(links.observatory)
    return sheet_response(TABLES[name](links.reading), links, source)


def behind_response(index: DefiIndexPage, request: HttpRequest) -> HttpResponse:
    """Show the défis that one number counts; the observatory itself when there is no such one."""
    links = _links(index, request)
    table = TABLES[name](links.reading) if (name := request.GET.get(TABLE)) in TABLES else None
    line = table.line(request.GET.get(LINE, "")) if table else None
    column = table.column(request.GET.get(COLUMN, "")) if table else None
    if table is None or line is None or (request.GET.get(COLUMN) and column is None):
        return HttpResponseRedirect(links.observatory)
    keys = Paginator(line.behind(column.key if column else ""), LISTED)
    page = keys.get_page(request.GET.get(PAGE))
    defis = visible(of_anybody(request), DefiPage).filter(pk__in=list(page))
    context, links = _context(index, request, "observatoire/defis/", links)
    here = links.behind(table, line, column)
    context |= {
        "table": table,
        "line": line,
        "column": column,
        "total": keys.count,
        "defis": defis.select_related("locale").defer_streamfields().order_by("pk"),
        "lines": page,
        "observatory": links.observatory,
        "edition": links.reading.edition,
        "here": here,
        "more": "&" if "?" in here else "?",
    }
    return TemplateResponse(request, "defis/observatory/behind.html", context)


def _story(reading: Reading) -> ReportPage | None:
    """The page that tells what became of the edition chosen, défi by défi."""
    if reading.edition is None:
        return None
    of_edition = ReportPage.objects.filter(path__startswith=reading.edition.path)
    told = visible(reading.request, of_edition).filter(kind=ReportKind.AFTERWARDS)
    return told.select_related("locale").defer_streamfields().first()


def _links(index: DefiIndexPage, request: HttpRequest) -> Links:
    return Links(index.get_url(request), Reading(index, request, request.GET.get(EDITION, "")))


def _context(
    index: DefiIndexPage, request: HttpRequest, below: str, links: Links | None = None
) -> tuple[dict[str, Any], Links]:
    """Return what every page of the observatory shows; ``below`` is its place below ``index``."""
    # Not the list's own: its results would be asked for in vain.
    context = CommunityPage.get_context(index, request)
    context |= {
        "breadcrumb": [*context["breadcrumb"], index],
        "below": below,
        "today": timezone.localdate(),
    }
    return context, links or _links(index, request)
