"""The editor's form of a webinar: what a replay owes to those who cannot hear or see it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from community.video.captions import check_captions


class WebinarForm(WagtailAdminPageForm):
    """A replay is published with its transcript or with the reason why there is none (RGAA 4.1).

    A draft may do without. Captions are checked as soon as they are chosen.
    """

    def clean_captions(self) -> Any:
        document = self.cleaned_data["captions"]
        if document is not None and "captions" in self.changed_data:
            if document.file_extension.lower() != "vtt":
                raise ValidationError(_("Choose a file of captions: its name ends in .vtt."))
            check_captions(document.file)
        return document

    def clean_replay_file(self) -> Any:
        document = self.cleaned_data["replay_file"]
        if document is not None and document.file_extension.lower() not in ("mp4", "webm"):
            raise ValidationError(_("Choose a video: its name ends in .mp4 or .webm."))
        return document

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        file, address = cleaned.get("replay_file"), cleaned.get("replay_url")
        if file and address:
            self.add_error("replay_url", _("Choose the file or the address, not both."))
        told = cleaned.get("transcript") or cleaned.get("no_transcript_reason", "").strip()
        untold = (file or address) and not told and "transcript" not in self.errors
        if untold and not self.is_deferred_validation:
            self.add_error(
                "no_transcript_reason",
                _(
                    "A replay has a transcript, for those who cannot hear it. Give it above, or "
                    "say here why there is none."
                ),
            )
        return cleaned
