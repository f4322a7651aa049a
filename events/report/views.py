"""Drafting the report of an edition, from its page in the administration."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from events.models import EditionPage, ReportKind, ReportPage

from .draft import draft_body


def may_draft(user: object, edition: Page) -> bool:
    """Return whether ``user`` may create the report of ``edition``."""
    return edition.permissions_for_user(user).can_add_subpage()


def draft_report(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then make the report as a draft and open it; open the one that is there, if any.

    404 for a page that is no edition.
    """
    edition = get_object_or_404(EditionPage, pk=pk)
    if not may_draft(request.user, edition):
        raise PermissionDenied
    report = report_of(edition, ReportKind.REPORT)
    if report is not None:
        messages.info(request, _("This edition has its report already: here it is."))
        return redirect("wagtailadmin_pages:edit", report.pk)
    body = draft_body(edition, request)
    if request.method != "POST":
        headings = [block["value"]["text"] for block in body if block["type"] == "heading"]
        context = {"edition": edition, "headings": headings}
        return TemplateResponse(request, "events/admin/draft_report.html", context)
    with translation.override(edition.locale.language_code):
        title = _("Report of the edition %(name)s") % {"name": edition.name}
        slug = _("report")
    report = make_report(edition, ReportKind.REPORT, title, slug, body, request.user)
    messages.success(
        request,
        _("The report is drafted from what is recorded. Complete it, then publish it."),
    )
    return redirect("wagtailadmin_pages:edit", report.pk)


def report_of(edition: EditionPage, kind: str) -> ReportPage | None:
    """Return the report of this kind that ``edition`` has."""
    return ReportPage.objects.child_of(edition).filter(kind=kind).first()


def make_report(
    edition: EditionPage, kind: str, title: str, slug: str, body: list[dict[str, Any]], user: Any
) -> ReportPage:
    """Make a report of ``edition`` as a draft of ``user``, drawn up today, and return it."""
    report = ReportPage(
        kind=kind,
        title=title,
        slug=slug,
        body=body,
        live=False,
        locale=edition.locale,
        drawn_up_on=timezone.localdate(),
        owner=user,
    )
    edition.add_child(instance=report)
    report.save_revision(user=user)
    return report
