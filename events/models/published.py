"""What the public sees of a programme, and the versions that it went through."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .room import Room
from .session import SessionStatus, SessionType
from .slot import SlotKind


class PublishedSlot(models.Model):
    """A slot as it was last published.

    One that was removed stays, ``withdrawn``: the calendars that took it must learn that it is
    cancelled. ``sequence`` counts what changed since the first publication (RFC 5545, 3.8.7.4).
    """

    key = models.UUIDField(unique=True)
    campus = models.ForeignKey(
        "events.CampusPage", on_delete=models.CASCADE, related_name="published_slots"
    )
    session = models.ForeignKey(
        "events.SessionPage",
        null=True,
        on_delete=models.SET_NULL,
        related_name="published_slots",
    )
    room = models.ForeignKey(Room, null=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(max_length=6, choices=SlotKind.choices)
    origin_key = models.UUIDField(null=True, db_index=True)
    start = models.DateTimeField()
    end = models.DateTimeField(null=True)
    status = models.CharField(max_length=10, choices=SessionStatus.choices)
    title = models.CharField(max_length=255)
    session_type = models.CharField(max_length=20, choices=SessionType.choices)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    withdrawn = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("published slot")
        verbose_name_plural = _("published slots")
        ordering = ["start", "pk"]

    def __str__(self) -> str:
        return f"{self.title}, {self.start}"


class ProgrammeVersion(models.Model):
    """One publication of a site's programme, and what it changed.

    ``changes`` holds the fields of :class:`events.programme.changes.Change`. It names no person.
    """

    campus = models.ForeignKey(
        "events.CampusPage", on_delete=models.CASCADE, related_name="programme_versions"
    )
    number = models.PositiveIntegerField(_("number"))
    published_at = models.DateTimeField(_("published on"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.CharField(_("note"), max_length=255, blank=True)
    changes = models.JSONField(default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("version of a programme")
        verbose_name_plural = _("versions of a programme")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["campus", "number"], name="one_version_of_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.campus_id}, {self.number}"

    @property
    def readable_changes(self) -> list[Any]:
        """The changes, each with its ``text`` in the active language."""
        from events.programme.changes import Change

        return [Change(**row) for row in self.changes]
