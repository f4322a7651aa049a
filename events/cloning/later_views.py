"""The pages of the administration on an edition that was made: lacks, publishing, undoing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from events.models import EditionCloning

from .access import EditionView, may_clone
from .preflight import preflight
from .publication import publish_ready, ready_pages
from .record import CannotUndo, reasons_to_stay, undo


class PreflightView(EditionView):
    """What is missing before publication."""

    page_title = gettext_lazy("Before publication")
    template_name = "events/admin/cloning/preflight.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        ready = ready_pages(self.edition, request.user)
        undo = may_clone(request.user, self.edition)
        return self.show(groups=preflight(self.edition), ready=ready, may_undo=undo)


class PublishReadyView(EditionView):
    """Publishing all that is ready, once it was read what that is."""

    page_title = gettext_lazy("Publish all that is ready")
    template_name = "events/admin/cloning/publish.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(ready=ready_pages(self.edition, request.user))

    def post(self, request: HttpRequest) -> HttpResponse:
        number = len(publish_ready(self.edition, request.user))
        text = ngettext("%(n)s page was published.", "%(n)s pages were published.", number)
        messages.success(request, text % {"n": number})
        return self.to_preflight(self.edition)


class UndoView(EditionView):
    """Undoing a cloning, once it was read what goes."""

    page_title = gettext_lazy("Undo the making of this edition")
    template_name = "events/admin/cloning/undo.html"

    def allowed(self, user: Any) -> bool:
        return may_clone(user, self.edition)

    def get(self, request: HttpRequest) -> HttpResponse:
        cloning = get_object_or_404(EditionCloning, edition=self.edition)
        pages = self.edition.get_descendants(inclusive=True).order_by("path")
        return self.show(reasons=reasons_to_stay(cloning), pages=pages)

    def post(self, request: HttpRequest) -> HttpResponse:
        cloning = get_object_or_404(EditionCloning, edition=self.edition)
        source, title = cloning.source, self.edition.title
        try:
            undo(cloning, request.user)
        except CannotUndo:
            return self.get(request)
        messages.success(
            request, _("“%(title)s” and all that was made with it is gone.") % {"title": title}
        )
        if source is not None:
            return redirect("wagtailadmin_pages:edit", source.pk)
        return redirect("wagtailadmin_explore_root")
