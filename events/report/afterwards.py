"""Drafting what became of an edition, and adding to it later, in the administration.

What an editor wrote is never touched: what was told since the last draft comes after it.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from events.models import EditionPage, ReportKind, ReportPage

from .draft import draft_afterwards
from .views import make_report, may_draft, report_of


def afterwards(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then draft the page; when it is there, add what was told since, as a draft.

    404 for a page that is no edition.
    """
    edition = get_object_or_404(EditionPage, pk=pk)
    report = report_of(edition, ReportKind.AFTERWARDS)
    may = report.permissions_for_user(request.user).can_edit() if report else True
    if not (may and may_draft(request.user, edition)):
        raise PermissionDenied
    latest = report.get_latest_revision_as_object() if report else None
    since = latest.drawn_up_on if latest else None
    body = draft_afterwards(edition, request, since)
    if report and latest and (since is None or not body):
        messages.info(request, _("Nothing was told since this page was drawn up: here it is."))
        return redirect("wagtailadmin_pages:edit", report.pk)
    if request.method != "POST":
        headings = [block["value"]["text"] for block in body if block["type"] == "heading"]
        context = {"edition": edition, "headings": headings, "since": since}
        return TemplateResponse(request, "events/admin/draft_afterwards.html", context)
    if latest:
        _add(latest, body, request)
        messages.success(request, _("What was told since is at the end of the draft: read it."))
    else:
        with translation.override(edition.locale.language_code):
            title = _("What became of the edition %(name)s") % {"name": edition.name}
            slug = _("what-became-of-them")
        latest = make_report(edition, ReportKind.AFTERWARDS, title, slug, body, request.user)
        messages.success(
            request, _("The page is drafted from the follow-ups. Complete it, then publish it.")
        )
    return redirect("wagtailadmin_pages:edit", latest.pk)


def _add(latest: ReportPage, body: list, request: HttpRequest) -> None:
    """Put ``body`` after what the latest draft holds, in a draft of its own."""
    latest.body = [*latest.body.raw_data, *body]
    latest.drawn_up_on = timezone.localdate()
    latest.save_revision(user=request.user)
