"""When and where a session takes place: the working copy that the programme's editor changes."""

import uuid
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .room import Room


class SlotKind(models.TextChoices):
    """Whether a session is given at a site, or received there from another."""

    ORIGIN = "origin", pgettext_lazy("slot", "given here")
    RELAY = "relay", pgettext_lazy("slot", "relayed from another site")


class Slot(models.Model):
    """A session at a site, in a room, at an instant.

    A relay has no time of its own: it is its origin's instant, typed once. ``key`` names the slot
    for ever, in calendars and exports. The site and the session are the pages of the source
    language; whoever looks for a page's slots asks by ``translation_key``.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(
        "events.SessionPage",
        verbose_name=_("session"),
        on_delete=models.CASCADE,
        related_name="slots",
    )
    campus = models.ForeignKey(
        "events.CampusPage",
        verbose_name=_("site"),
        on_delete=models.CASCADE,
        related_name="slots",
    )
    room = models.ForeignKey(
        Room,
        verbose_name=_("room"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="slots",
    )
    kind = models.CharField(
        _("kind"), max_length=6, choices=SlotKind.choices, default=SlotKind.ORIGIN
    )
    origin = models.ForeignKey(
        "self",
        verbose_name=_("relayed from"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="relays",
    )
    start = models.DateTimeField(_("start"), null=True, blank=True)
    end = models.DateTimeField(_("end"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("slot")
        verbose_name_plural = _("slots")
        constraints = [
            models.CheckConstraint(
                name="slot_is_an_origin_or_a_relay",
                condition=Q(kind=SlotKind.ORIGIN, start__isnull=False, origin=None)
                | Q(kind=SlotKind.RELAY, origin__isnull=False, start=None, end=None),
            ),
            models.CheckConstraint(
                name="slot_ends_after_it_starts",
                condition=Q(end=None) | Q(end__gt=F("start")),
            ),
            models.UniqueConstraint(fields=["origin", "campus"], name="one_relay_at_a_site"),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}, {self.campus_id}, {self.starts_at}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.origin is not None:
            self.session_id = self.origin.session_id
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse the room of another site, a relay of a relay and a relay at the same site."""
        super().clean()
        if self.room is not None and self.room.campus_id != self.campus_id:
            raise ValidationError({"room": _("This room belongs to another site.")})
        if self.origin is not None:
            if self.origin.is_relay:
                raise ValidationError({"origin": _("A relay cannot be relayed again.")})
            if self.origin.campus_id == self.campus_id:
                raise ValidationError({"origin": _("A site does not relay its own session.")})

    @property
    def is_relay(self) -> bool:
        """Whether the session is received here from another site."""
        return self.kind == SlotKind.RELAY

    @property
    def starts_at(self) -> datetime | None:
        """The instant at which it starts: a relay's is its origin's."""
        return self.origin.start if self.origin is not None else self.start

    @property
    def ends_at(self) -> datetime | None:
        """The instant at which it ends, when that is known."""
        return self.origin.end if self.origin is not None else self.end
