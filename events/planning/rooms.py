"""The page on which the rooms of a site are named, ordered, added and removed."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events.models import CampusPage, PublishedSlot, Room

from .access import CampusView

#: More rooms than any site has.
MOST = 60
#: The number of a room that was given none, before they are numbered again.
LAST = 10_000


class RoomForm(forms.ModelForm):
    """One room. Its place among the others is a number, which any keyboard writes."""

    class Meta:
        model = Room
        fields = ["sort_order", "name", "capacity", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sort_order"].required = False
        if not self.instance.pk:
            # A new line is empty: without a number the room comes last.
            self.initial["sort_order"] = None

    def clean_sort_order(self) -> int:
        number = self.cleaned_data["sort_order"]
        return LAST if number is None else number


class RoomSet(forms.BaseInlineFormSet):
    """All the rooms of a site, and some lines for new ones."""

    def clean(self) -> None:
        """Keep the rooms that the public programme names: it would lose them at once."""
        super().clean()
        gone = [form for form in self.initial_forms if self._should_delete_form(form)]
        rooms = [form.instance.pk for form in gone]
        public = PublishedSlot.objects.filter(room__in=rooms, withdrawn=False)
        held = set(public.values_list("room", flat=True))
        names = [str(form.instance) for form in gone if form.instance.pk in held]
        if names:
            text = _(
                "The published programme still names %(rooms)s. Give its sessions another room, "
                "publish, then remove it."
            )
            raise forms.ValidationError(text % {"rooms": ", ".join(names)})


RoomFormSet = forms.inlineformset_factory(
    CampusPage,
    Room,
    form=RoomForm,
    formset=RoomSet,
    extra=3,
    max_num=MOST,
    absolute_max=MOST + 3,
    validate_max=True,
)


class RoomsView(CampusView):
    """The rooms in one form. The sessions of a room that is removed have no room any more."""

    page_title = gettext_lazy("Rooms")
    template_name = "events/admin/rooms.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(rooms=RoomFormSet(instance=self.campus, prefix="salles"))

    @transaction.atomic
    def post(self, request: HttpRequest) -> HttpResponse:
        rooms = RoomFormSet(request.POST, instance=self.campus, prefix="salles")
        if not rooms.is_valid():
            return self.show(rooms=rooms)
        rooms.save()
        ordered = list(Room.objects.filter(campus=self.campus))
        for number, room in enumerate(ordered, start=1):
            room.sort_order = number
        Room.objects.bulk_update(ordered, ["sort_order"])
        messages.success(request, _("The rooms are kept."))
        return redirect(self.address)
