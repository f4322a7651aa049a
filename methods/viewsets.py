"""The trials in the administration: what waits comes first."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import MethodTrial


class MethodTrialViewSet(SnippetViewSet):
    """Read, correct, publish or delete what people tell of a method."""

    model = MethodTrial
    icon = "comment"
    menu_label = _("Method trials")
    menu_order = 120
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["__str__", "people", "minutes", "story", BooleanColumn("live", _("Published"))]
    list_filter = ["live"]
    ordering = ["live", "-created_at"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return MethodTrial.objects.select_related("method")  # Each is called by its method.
