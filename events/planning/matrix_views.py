"""The pages of the matrix: the table, one row of it, and which site gives a session."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from events.models import CampusPage, SessionPage, Slot, SlotKind
from events.programme.rights import may_plan
from events.programme.source import campuses_of, slots_of
from events.programme.warnings import warnings
from events.programme.working import draft_of

from .access import EditionView
from .matrix import give_from, matrix, set_relays
from .proposals import number

#: What in the warnings of an edition the matrix can change.
ABOUT_SHARING = ("relay_closed", "cancelled_relay", "zone", "no_dates")


class MatrixView(EditionView):
    """Sessions in rows, sites in columns. A coordinator changes the column of her site."""

    whole = False
    template_name = "events/admin/matrix.html"

    def get_page_title(self) -> str:
        return _("Sites and sessions, %(edition)s") % {"edition": self.edition.name}

    def trail(self) -> list[tuple[str, str]]:
        return super().trail()[:-1]

    def get(self, request: HttpRequest) -> HttpResponse:
        everything = request.GET.get("seances") == "toutes"
        table = matrix(self.edition, self.planned, everything=everything)
        shared = SessionPage.objects.child_of(self.edition).filter(has_unpublished_changes=True)
        return self.show(
            matrix=table,
            everything=everything,
            planned=self.planned,
            drafts=shared.count(),
            warnings=[one for one in warnings(self.edition) if one.code in ABOUT_SHARING],
        )


class OriginSlotView(EditionView):
    """A page about a slot that a site of the edition gives."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.pk = kwargs.pop("slot")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def slot(self) -> Slot:
        """The slot; a page that is not there when somebody removed it meanwhile."""
        given = slots_of(self.edition).filter(kind=SlotKind.ORIGIN)
        related = given.select_related("campus", "session__latest_revision")
        return get_object_or_404(related, pk=self.pk)


class RelaysView(OriginSlotView):
    """One row of the matrix: which sites receive the session."""

    whole = False
    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        wanted = _numbers(request.POST.getlist("receives")[:1000])
        seen = _numbers(request.POST.get("seen", "")[:10_000].split(","))
        if "everywhere" in request.POST:
            wanted = set(campuses_of(self.edition).values_list("pk", flat=True))
        changed = set_relays(self.slot, wanted, seen, self.planned)
        if changed:
            text = ngettext("%(number)s site changed.", "%(number)s sites changed.", changed)
            messages.success(request, text % {"number": changed})
        query = "?seances=toutes" if "toutes" in request.POST else ""
        return redirect(f"{self.address}{query}#slot-{self.slot.key}")


def _numbers(values: Iterable[str]) -> set[int]:
    return {number(value) for value in values} - {0}


class OriginForm(forms.Form):
    """Which site gives a session."""

    site = forms.ModelChoiceField(
        label=gettext_lazy("Site that gives it"),
        queryset=CampusPage.objects.none(),
        empty_label=None,
        to_field_name="id",
    )


class OriginView(OriginSlotView):
    """Change the site that gives a session: the one that gave it receives it from then on."""

    page_title = gettext_lazy("Change the site that gives it")
    template_name = "events/admin/origin.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(self._form(None))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self._show(form)
        site, slot = form.cleaned_data["site"], self.slot
        if site.pk != slot.campus_id and may_plan(request.user, site):
            slot = give_from(slot, site)
            messages.success(request, _("%(site)s gives it now.") % {"site": site.title})
        return redirect(f"{self.address}#slot-{slot.key}")

    def _form(self, data: Any) -> OriginForm:
        form = OriginForm(data, initial={"site": self.slot.campus_id})
        form.fields["site"].queryset = campuses_of(self.edition)
        return form

    def _show(self, form: OriginForm) -> HttpResponse:
        return self.show(form=form, title=draft_of(self.slot.session)["title"], slot=self.slot)
