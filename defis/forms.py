"""The editor's form of a défi."""

from typing import Any

from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class DefiForm(WagtailAdminPageForm):
    """Asks for a porteur when the fiche is published; a draft may do without.

    While the question is typed, it tells of the défis that are near.
    """

    class Media:
        js = (Script("defis/js/cousins.js", type="module"),)
        css = {"all": ("defis/css/cousins.css",)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "title" in self.fields and (address := self._cousins()):
            self.fields["title"].widget.attrs["data-cousins"] = address

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation and not self._has_porteur():
            self.add_error(None, _("A défi needs a porteur to be published: add one."))
        return cleaned

    def _cousins(self) -> str:
        """The address that answers with the défis near a question, in the language of the page."""
        parent = self.parent_page or self.instance.get_parent()
        address = parent.specific.get_url() if parent else None
        own = f"?sauf={self.instance.pk}" if self.instance.pk else ""
        return f"{address}cousins/{own}" if address else ""

    def _has_porteur(self) -> bool:
        rows = [row.cleaned_data for row in self.formsets["porteurs"].forms if row.is_valid()]
        return any(row.get("organisation") and not row.get("DELETE") for row in rows)
