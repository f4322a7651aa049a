"""A room of a site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Room(models.Model):
    """A room of a site of an edition.

    Not a row of the page: rooms are edited in the programme's editor, and do not change back when
    an older version of the page is brought back.
    """

    campus = models.ForeignKey(
        "events.CampusPage",
        verbose_name=_("site"),
        on_delete=models.CASCADE,
        related_name="rooms",
    )
    name = models.CharField(_("name"), max_length=100)
    capacity = models.PositiveIntegerField(_("capacity"), null=True, blank=True)
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("How to find it, what is in it.")
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["sort_order", "name"]
        constraints = [
            models.UniqueConstraint(fields=["campus", "name"], name="one_room_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
