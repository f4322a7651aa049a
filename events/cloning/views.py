"""The page of the administration that makes the next edition."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from events.models import CampusPage, EditionCloning, EditionPage
from events.programme.source import campuses_of

from .access import EditionView, may_clone
from .forms import CloneForm
from .making import CloningFailed, clone


class CloneView(EditionView):
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


def _made_with(token: str) -> EditionPage | None:
    """The edition that a form with this token made, if it did."""
    try:
        done = EditionCloning.objects.filter(token=token).select_related("edition").first()
    except (ValidationError, ValueError):
        return None
    return done.edition if done else None
