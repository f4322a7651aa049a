"""“Je reprends ce prototype”: ``/reprendre/<key>/``."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from community.pages import index_page

from ..models import DefiIndexPage, DefiPage
from .form import TakeUpForm
from .making import WAITING, make_draft, same_draft, waiting_of
from .origin import origin_at


@require_http_methods(["GET", "HEAD", "POST"])
def take_up(request: HttpRequest, pk: str) -> HttpResponse:
    """Explain credit and licence; make the draft of somebody who signed in.

    Who may add défis goes on in the editor; for the others moderators read the proposal first.
    """
    origin, index = origin_at(request, int(pk)), index_page(request, DefiIndexPage)
    if origin is None or index is None:
        raise Http404
    editor = index.permissions_for_user(request.user).can_add_subpage()
    sent = request.method == "POST"
    start = {"question": origin.title if isinstance(origin, DefiPage) else ""}
    form = TakeUpForm(request.POST if sent else None, initial=start)
    # While the question is typed, the défis that are near it show below.
    form.fields["question"].widget.attrs["data-cousins"] = f"{index.get_url(request)}cousins/"
    status = 200
    if sent and not request.user.is_authenticated:
        status = 403
    elif sent and form.is_valid():
        question, note = form.cleaned_data["question"], form.cleaned_data["note"]
        page = same_draft(request.user, origin, question)
        if page is None and not editor and waiting_of(request.user).count() >= WAITING:
            form.add_error(
                None, _("Several of your proposals wait for an answer: let us read them first.")
            )
            status = 429
        else:
            page = page or make_draft(
                origin, index.specific, question, note, request, submit=not editor
            )
            if editor:
                return redirect("wagtailadmin_pages:edit", page.pk)
            return redirect(f"{reverse('defis:take_up', args=[pk])}?merci=1")
    elif sent:
        status = 422
    response = render(
        request,
        "defis/filiation/take_up.html",
        _context(origin, form, editor, request),
        status=status,
    )
    add_never_cache_headers(response)
    return response


def _context(origin: Any, form: TakeUpForm, editor: bool, request: HttpRequest) -> dict[str, Any]:
    return {
        "title": _("Take up “%(page)s”") % {"page": origin.choice_label},
        "origin": origin,
        "is_defi": isinstance(origin, DefiPage),
        "form": form,
        "editor": editor,
        "thanks": request.method != "POST" and "merci" in request.GET,
    }
