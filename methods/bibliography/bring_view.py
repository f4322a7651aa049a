"""The page of the administration where references are brought from other software."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .bring_form import BringForm
from .bringing import NotBrought, bring
from .candidates import Candidate, State, candidates
from .exchange import FORMATS, Reading


class BringView(WagtailAdminTemplateMixin, View):
    """Paste or file, then a preview where the entries are ticked, then the pages.

    Nothing is kept between the steps but in the form itself: what was pasted comes back with it
    whatever happens.
    """

    page_title = gettext_lazy("Bring references")
    header_icon = "download"
    template_name = "methods/admin/bring.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.indexes = indexes_for(request.user)
        if not self.indexes:
            raise PermissionDenied
        wanted = request.POST.get("index", "")
        named = [index for index in self.indexes if str(index.pk) == wanted]
        self.index = (named or self.indexes)[0]
        self.may_publish = self.index.permissions_for_user(request.user).can_publish_subpage()
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(BringForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = BringForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._show(form)
        references = type(self)._references(self.index)
        found = candidates(form.reading, references)
        if "confirm" not in request.POST:
            return self._preview(form, found, {c.number for c in found if c.state is State.NEW})
        ticked = {int(n) for n in request.POST.getlist("entry") if n.isdecimal() and len(n) < 6}
        chosen = [candidate for candidate in found if candidate.number in ticked]
        if not chosen:
            messages.error(request, _("Nothing is ticked: tick what is to be brought."))
            return self._preview(form, found, ticked)
        publish = self.may_publish and "publish" in request.POST
        try:
            made, completed = bring(chosen, self.index, request.user, publish=publish)
        except NotBrought as fault:
            form.reading.refuse(fault.line, " ".join(fault.reasons))
            messages.error(request, _("Nothing was brought: an entry cannot be a page."))
            return self._preview(form, found, ticked)
        messages.success(request, _told(made, completed, publish))
        return redirect("wagtailadmin_explore", self.index.pk)

    @staticmethod
    def _references(index: Any) -> Any:
        from ..models import ReferencePage

        return ReferencePage.objects.child_of(index).order_by("path")

    def _show(self, form: BringForm, **more: Any) -> HttpResponse:
        context = {"form": form, "indexes": self.indexes, "index": self.index, **more}
        return self.render_to_response(self.get_context_data(**context))

    def _preview(self, form: BringForm, found: list[Candidate], ticked: set[int]) -> HttpResponse:
        rows = [{"it": candidate, "ticked": candidate.number in ticked} for candidate in found]
        text = form.cleaned_data["text"]
        return self._show(
            BringForm(initial={"text": text}),
            text=text,
            rows=rows,
            reading=form.reading,
            format=_label(form.reading),
            may_publish=self.may_publish,
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


def indexes_for(user: Any) -> list[Any]:
    """Return the bibliographies below which this user may add references."""
    from ..models import ReferenceIndexPage

    pages = ReferenceIndexPage.objects.filter(alias_of=None).select_related("locale")
    return [page for page in pages if page.permissions_for_user(user).can_add_subpage()]


def address() -> str:
    """Return where the view is."""
    return reverse("methods_bring_references")


def _label(reading: Reading) -> str:
    endings = {"bibtex": "bib", "ris": "ris", "csl-json": "json"}
    return FORMATS[endings[reading.format]].label


def _told(made: int, completed: int, publish: bool) -> str:
    if publish:
        said = ngettext("%(n)s reference published.", "%(n)s references published.", made)
    else:
        said = ngettext(
            "%(n)s reference kept as a draft.", "%(n)s references kept as drafts.", made
        )
    more = ngettext("%(n)s known one completed.", "%(n)s known ones completed.", completed)
    parts = [said % {"n": made} if made else "", more % {"n": completed} if completed else ""]
    return " ".join(filter(None, parts)) or _("Nothing had to be added.")
