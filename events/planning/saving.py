"""Keeps what the form of a slot says."""

from typing import Any

from django.db import transaction
from wagtail.models import Page

from events.models import CampusPage, SessionPage, Slot

from .form import SlotForm
from .texts import copy, make, write


@transaction.atomic
def save(
    form: SlotForm,
    user: Any,
    *,
    campus: CampusPage,
    slot: Slot | None = None,
    session: SessionPage | None = None,
    parent: Page | None = None,
    copied: bool = False,
) -> Slot:
    """Keep a valid ``form`` as ``slot``, a new one when it is ``None``; return it.

    Without a ``session`` its page is made below ``parent``, the site unless told otherwise; with
    ``copied`` the page is another one with the same texts.
    """
    tells = "title" in form.fields
    if session is None:
        session = make(parent or campus, form.told, user)
    elif copied:
        session = copy(session, form.told, user)
    elif tells:
        write(session, form.told, user)
    slot = slot or Slot(campus=campus, session=session)
    if "room" in form.fields:
        slot.room = form.cleaned_data["room"]
    if not slot.is_relay:
        slot.start = form.cleaned_data["starts_at"]
        slot.end = form.cleaned_data["ends_at"]
    slot.save()
    return slot
