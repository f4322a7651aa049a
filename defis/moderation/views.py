"""The moderator's screens: what waits, and one follow-up to decide of."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import TaskState

from ..models import FollowUpPage
from ..teams.coordinators import keeps_any
from .difference import difference
from .rights import may_moderate
from .waiting import entries_waiting_for


class QuestionForm(forms.Form):
    """The question that goes back to whoever sent the follow-up."""

    question = forms.CharField(
        label=gettext_lazy("Your question"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "It is sent as you write it, with a link to answer without a password."
        ),
    )


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """List what waits for this person, the oldest first."""
    if not keeps_any(request.user):
        raise PermissionDenied
    entries = entries_waiting_for(request.user)
    context = {"entries": entries, **_titles(_("What teams sent"))}
    return render(request, "defis/admin/moderation/waiting.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what a follow-up changes; a post approves it or asks a question back."""
    page = get_object_or_404(FollowUpPage, id=page_id)
    task_state = page.current_workflow_task_state
    if task_state is None or task_state.status != TaskState.STATUS_IN_PROGRESS:
        if not may_moderate(request.user, page):
            raise PermissionDenied
        messages.info(request, _("This follow-up waits for nobody any more."))
        return redirect("defis_moderation")
    task = task_state.task.specific
    if not task.get_actions(page, request.user):
        raise PermissionDenied
    form = QuestionForm(request.POST if "ask" in request.POST else None)
    if "approve" in request.POST:
        task.on_action(task_state, request.user, "approve", comment="")
        messages.success(request, _("“%(title)s” is published.") % {"title": page.draft_title})
        return redirect("defis_moderation")
    if form.is_valid():
        question = form.cleaned_data["question"]
        task.on_action(task_state, request.user, "reject", comment=question)
        messages.success(request, _("Your question was sent."))
        return redirect("defis_moderation")
    shown = difference(page, task_state, request)
    context: dict[str, Any] = {
        "page": page,
        "shown": shown,
        "task_state": task_state,
        "form": form,
        "sender": task_state.workflow_state.requested_by,
        **_titles(_("Follow-up to read"), shown.draft.title),
    }
    return render(request, "defis/admin/moderation/entry.html", context)


def _titles(title: str, subtitle: str = "") -> dict[str, str]:
    return {
        "page_title": title,
        "page_subtitle": subtitle,
        "header_title": f"{title} {subtitle}".strip(),
        "header_icon": "clipboard-list",
    }
