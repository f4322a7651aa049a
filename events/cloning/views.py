"""The pages of the administration that prepare an edition."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.models import CampusPage, EditionCloning, EditionPage
from events.programme.source import campuses_of, source_of

from .forms import CloneForm
from .making import CloningFailed, clone
from .preflight import preflight
from .publication import publish_ready, ready_pages
from .record import CannotUndo, reasons_to_stay, undo


def may_clone(user: Any, edition: EditionPage) -> bool:
    """Return whether ``user`` may make an edition beside ``edition``."""
    return bool(edition.get_parent().permissions_for_user(user).can_add_subpage())


class _EditionView(WagtailAdminTemplateMixin, View):
    """A page about ``edition``, that of the source language, for those who may edit it."""

    header_icon = "calendar-alt"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # By "id": a key too long for the database is one that no page has.
        self.edition = source_of(get_object_or_404(EditionPage, id=kwargs.pop("edition")))
        if not self.allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def allowed(self, user: Any) -> bool:
        return bool(self.edition.permissions_for_user(user).can_edit())

    def get_page_subtitle(self) -> str:
        return str(self.edition.get_admin_display_title())

    def show(self, **context: Any) -> HttpResponse:
        cloning = EditionCloning.objects.filter(edition=self.edition).first()
        common = {"edition": self.edition, "cloning": cloning}
        return self.render_to_response(self.get_context_data(**{**common, **context}))

    def to_preflight(self, edition: EditionPage) -> HttpResponse:
        return redirect("events_preflight", edition.pk)


class CloneView(_EditionView):
    """The next edition: a form, its preview, then the drafts.

    Nothing is kept between the steps but in the form itself.
    """

    page_title = gettext_lazy("Prepare the next edition")
    template_name = "events/admin/cloning/form.html"

    def allowed(self, user: Any) -> bool:
        return may_clone(user, self.edition)

    def sites(self) -> list[CampusPage]:
        return list(campuses_of(self.edition).select_related("territory"))

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(CloneForm(None, self.edition, self.sites()))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = CloneForm(request.POST, self.edition, self.sites())
        if done := _made_with(request.POST.get("token", "")):
            messages.info(request, _("This edition was made already."))
            return self.to_preflight(done)
        if not form.is_valid() or "confirm" not in request.POST:
            return self._show(form)
        try:
            new = clone(form.plan, request.user)
        except CloningFailed as failure:
            text = _("Nothing was made: the plugin “%(plugin)s” failed.")
            messages.error(request, text % {"plugin": failure.plugin})
            return self._show(form)
        except (IntegrityError, ValidationError):
            if done := _made_with(str(form.plan.token)):
                return self.to_preflight(done)
            text = _("Nothing was made: somebody changed these pages meanwhile. Please try again.")
            messages.error(request, text)
            return self._show(form)
        sites = len(form.plan.sites)
        text = ngettext(
            "“%(title)s” was made with %(n)s site, as drafts.",
            "“%(title)s” was made with %(n)s sites, as drafts.",
            sites,
        )
        undoing = messages.button(reverse("events_undo_clone", args=[new.pk]), _("Undo"))
        messages.success(request, text % {"title": new.title, "n": sites}, buttons=[undoing])
        return self.to_preflight(new)

    def _show(self, form: CloneForm) -> HttpResponse:
        plan = form.plan if form.is_bound and form.is_valid() else None
        others = EditionPage.objects.sibling_of(self.edition).order_by("-year")
        return self.show(form=form, plan=plan, others=others)


class PreflightView(_EditionView):
    """What is missing before publication."""

    page_title = gettext_lazy("Before publication")
    template_name = "events/admin/cloning/preflight.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        ready = ready_pages(self.edition, request.user)
        undo = may_clone(request.user, self.edition)
        return self.show(groups=preflight(self.edition), ready=ready, may_undo=undo)


class PublishReadyView(_EditionView):
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


class UndoView(_EditionView):
    """Undoing a cloning, once it was read what goes."""

    page_title = gettext_lazy("Undo")
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


def _made_with(token: str) -> EditionPage | None:
    """The edition that a form with this token made, if it did."""
    try:
        done = EditionCloning.objects.filter(token=token).select_related("edition").first()
    except (ValidationError, ValueError):
        return None
    return done.edition if done else None
