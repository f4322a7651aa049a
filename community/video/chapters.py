"""The field in which editors write the chapters of a video."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from community.blocks import ContentField

from .moments import seconds_of, written

NO_TIME = _("Write the time as hh:mm:ss, for instance 00:12:30.")
NOT_AFTER = _("This chapter does not begin after the one above it.")


class MomentField(forms.Field):
    """A moment, typed as hh:mm:ss and kept in seconds."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        seconds = seconds_of(str(value))
        if seconds is None:
            raise ValidationError(NO_TIME, code="invalid")
        return seconds

    def prepare_value(self, value: Any) -> Any:
        return written(value) if isinstance(value, int) else value


class MomentBlock(blocks.FieldBlock):
    """A moment of a video. It is no text: nobody has to translate it."""

    def __init__(self, required: bool = True, help_text: Any = None, **kwargs: Any) -> None:
        self.field = MomentField(required=required, help_text=help_text)
        super().__init__(**kwargs)

    class Meta:
        icon = "time"


class ChapterBlock(blocks.StructBlock):
    """When a part of a video begins, and what it is about."""

    time = MomentBlock(label=_("Begins at"), help_text=_("hh:mm:ss"))
    title = blocks.CharBlock(label=_("Title"), max_length=150)

    class Meta:
        icon = "list-ol"
        label = _("Chapter")
        template = "community/video/chapter.html"
        description = _("A part of the video that people may jump to.")
        preview_value = {"time": 750, "title": "Les questions de la salle"}


class ChaptersBlock(blocks.StreamBlock):
    """The chapters of a video, one after the other."""

    chapter = ChapterBlock()

    def clean(self, value: Any, **kwargs: Any) -> Any:
        cleaned = super().clean(value, **kwargs)
        times = [chapter.value["time"] for chapter in cleaned]
        faults = {
            place: ValidationError(NOT_AFTER)
            for place in range(1, len(times))
            if None not in times[place - 1 : place + 1] and times[place] <= times[place - 1]
        }
        if faults:
            raise blocks.StreamBlockValidationError(block_errors=faults)
        return cleaned


def chapters_field(label: Any, **kwargs: Any) -> ContentField:
    """Return the field for the chapters of a video: each with ``time`` (seconds) and ``title``."""
    return ContentField(ChaptersBlock(), verbose_name=label, blank=True, **kwargs)
