"""The pages on which a session is added to the programme of a site, changed, or taken again."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from events.models import SessionPage, Slot
from events.programme.source import slots_of

from .access import CampusView
from .form import SlotForm
from .proposals import number, proposed
from .saving import save
from .texts import may_add, may_tell, told


class SlotView(CampusView):
    """What adding and changing have in common. Faults keep what was typed."""

    template_name = "events/admin/slot.html"
    slot: Slot | None = None

    @cached_property
    def session(self) -> SessionPage | None:
        """The session that is placed: one of this site, of its edition, or none yet."""
        pages = SessionPage.objects.child_of(self.campus)
        pages |= SessionPage.objects.child_of(self.edition)
        wanted = number(self.request.GET.get("seance", ""))
        return pages.select_related("latest_revision").filter(pk=wanted).first()

    @cached_property
    def tells(self) -> bool:
        """Whether the texts of the session are written here as well."""
        if self.session is None:
            return may_add(self.request.user, self.campus)
        return may_tell(self.request.user, self.session)

    def form(self, data: Any = None, **options: Any) -> SlotForm:
        """Return the form of this page."""
        mine = {"slot": self.slot, "session": self.session, "tells": self.tells}
        return SlotForm(data, campus=self.campus, **mine, **options)

    def show_form(self, form: SlotForm, **more: Any) -> HttpResponse:
        """Return the page with ``form``."""
        session = self.session
        context = {
            "form": form,
            "slot": self.slot,
            "session": session,
            "told": told(session) if session else None,
            "tells": self.tells,
            "action": self.request.get_full_path(),
        }
        return self.show(**{**context, **more})

    def done(self, slot: Slot, text: str) -> HttpResponse:
        """Go back to the programme, or to the matrix, to where the slot stands."""
        messages.success(self.request, text)
        matrix = reverse("events_matrix", args=[self.edition.pk])
        address = matrix if "matrice" in self.request.GET else self.address
        return redirect(f"{address}#slot-{slot.key}")


class AddSlotView(SlotView):
    """A new slot: of a new session, of one that is not placed, or once more of one that is."""

    @property
    def page_title(self) -> str:
        return _("Place a session") if self.session else _("Add a session")

    @property
    def copied(self) -> bool:
        """Whether a page of its own is made, with the texts of the session."""
        return self.session is not None and "copie" in self.request.GET

    @cached_property
    def tells(self) -> bool:
        if self.session is None or self.copied:
            return may_add(self.request.user, self.campus)
        return may_tell(self.request.user, self.session)

    def get(self, request: HttpRequest) -> HttpResponse:
        self._check()
        return self.show_form(self.form(initial=proposed(request, self.campus, self.edition)))

    def post(self, request: HttpRequest) -> HttpResponse:
        self._check()
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show_form(form)
        slot = save(
            form, request.user, campus=self.campus, session=self.session, copied=self.copied
        )
        return self.done(slot, _("The session is in the programme, as a draft."))

    def _check(self) -> None:
        # Whoever may change a site may place what is there; making pages is another right.
        if not self.tells and (self.session is None or self.copied):
            raise PermissionDenied


class EditSlotView(SlotView):
    """A slot that is there: its session, its room, its day and its hours."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.pk = kwargs.pop("slot")
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return told(self.session)["title"] if self.session else _("Add a session")

    @cached_property
    def slot(self) -> Slot | None:
        """The slot; ``None`` when somebody removed it meanwhile."""
        related = ("room", "origin__campus", "session__latest_revision")
        return slots_of(self.campus).select_related(*related).filter(pk=self.pk).first()

    @cached_property
    def session(self) -> SessionPage | None:
        return self.slot.session if self.slot else super().session

    def get(self, request: HttpRequest) -> HttpResponse:
        if self.slot is None:
            messages.warning(request, _("This session is no longer at this place."))
            return redirect(self.address)
        return self.show_form(self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request.POST)
        if self.slot is None:
            return self._removed_meanwhile(form)
        if not form.is_valid():
            return self.show_form(form)
        slot = save(form, request.user, campus=self.campus, slot=self.slot, session=self.session)
        return self.done(slot, _("The change is kept, as a draft."))

    def _removed_meanwhile(self, form: SlotForm) -> HttpResponse:
        """Keep what was typed: saving it again puts the session back."""
        form.is_valid()
        text = _("Somebody else removed this session from here. Save to put it back.")
        form.add_error(None, text)
        again = reverse("events_slot_add", args=[self.campus.pk])
        query = f"?seance={self.session.pk}" if self.session else ""
        return self.show_form(form, action=again + query)
