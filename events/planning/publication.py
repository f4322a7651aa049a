"""The pages on which a programme is read as it would be, made public, and looked back at."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Page

from events.models import CampusPage, ProgrammeVersion
from events.programme.changes import Change, changes
from events.programme.facts import wanted
from events.programme.page import programme_response
from events.programme.publishing import publish
from events.programme.warnings import warnings
from events.programme.working import WorkingEntry, working_entries

from .access import CampusView


class PublishForm(forms.Form):
    """A word for the history. ``read`` tells which changes the person was shown."""

    note = forms.CharField(
        label=gettext_lazy("A word on this version"),
        max_length=255,
        required=False,
        help_text=gettext_lazy("For the history: why the programme changes."),
    )
    read = forms.CharField(required=False, widget=forms.HiddenInput)


def digest(found: Iterable[Change]) -> str:
    """Return a short name for these changes: the same for the same ones."""
    return hashlib.sha256("\n".join(map(repr, found)).encode()).hexdigest()[:20]


def waiting(campus: CampusPage) -> list[WorkingEntry]:
    """Return what publishing leaves out: its shared session, or its origin, is not public yet."""
    ready = wanted(campus)
    return [entry for entry in working_entries(campus) if entry.key not in ready]


class PublishView(CampusView):
    """What changed since the last version, then one button."""

    page_title = gettext_lazy("Publish the programme")
    template_name = "events/admin/publish.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        found = changes(self.campus)
        return self._show(found, PublishForm(initial={"read": digest(found)}))

    def post(self, request: HttpRequest) -> HttpResponse:
        if not self.may_publish:
            raise PermissionDenied
        found = changes(self.campus)
        form = PublishForm(request.POST)
        if form.is_valid() and form.cleaned_data["read"] != digest(found):
            form.data = form.data.copy()
            form.data["read"] = digest(found)
            text = _("The programme changed while you were reading. Read the list again.")
            form.add_error(None, text)
        if form.is_valid():
            try:
                version = publish(self.campus, request.user, form.cleaned_data["note"])
            except PermissionDenied:
                form.add_error(None, _("You may not publish one of these sessions."))
            else:
                self._tell(version)
                return redirect(self.address)
        return self._show(found, form)

    def _tell(self, version: ProgrammeVersion | None) -> None:
        if version is None:
            messages.info(self.request, _("Nothing had changed: the published programme stays."))
            return
        text = _("The programme is published: version %(number)s.") % {"number": version.number}
        link = messages.button(f"{self.campus.get_url(self.request)}programme/", _("View live"))
        messages.success(self.request, text, buttons=[link] if self.campus.live else None)

    def _show(self, found: list[Change], form: PublishForm) -> HttpResponse:
        errors = [one for one in warnings(self.campus) if one.level == "error"]
        return self.show(changes=found, form=form, errors=errors, waiting=waiting(self.campus))


class HistoryView(CampusView):
    """Who published what, and when."""

    page_title = gettext_lazy("Versions of the programme")
    template_name = "events/admin/history.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        versions = ProgrammeVersion.objects.filter(campus=self.campus)
        return self.show(versions=versions.select_related("published_by")[:100])


class PreviewView(CampusView):
    """The public page, as publishing would make it: published for real, then taken back."""

    def get(self, request: HttpRequest) -> HttpResponse:
        with transaction.atomic():
            above = self.campus.get_ancestors(inclusive=True).values("pk")
            Page.objects.filter(pk__in=above).update(live=True)
            publish(self.campus, None)
            campus = CampusPage.objects.get(pk=self.campus.pk)
            response: Any = programme_response(request, campus, [campus])
            response.render()
            transaction.set_rollback(True)
        return response
