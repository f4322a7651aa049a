"""The editor's form of a document."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from .vocabularies import ResourceKind


class ResourceForm(WagtailAdminPageForm):
    """Asks a link for its address when it is published; a draft may do without."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_link = cleaned.get("kind") == ResourceKind.LINK
        missing = is_link and not cleaned.get("address") and "address" not in self.errors
        if missing and not self.is_deferred_validation:
            self.add_error("address", _("A link needs its address."))
        return cleaned
