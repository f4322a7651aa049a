"""The editor's form of a défi."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class DefiForm(WagtailAdminPageForm):
    """Asks for a porteur when the fiche is published; a draft may do without."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation and not self._has_porteur():
            self.add_error(None, _("A défi needs a porteur to be published: add one."))
        return cleaned

    def _has_porteur(self) -> bool:
        rows = [row.cleaned_data for row in self.formsets["porteurs"].forms if row.is_valid()]
        return any(row.get("organisation") and not row.get("DELETE") for row in rows)
