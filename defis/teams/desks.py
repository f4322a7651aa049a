"""The list of teams in the administration."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ..viewsets import campus_choices, edition_choices
from .coordinators import keeps_any, kept_by
from .overview import rows_of, without_porteur

PER_PAGE = 50


class FilterForm(forms.Form):
    """Which teams to list; what is not a choice filters nothing."""

    # Choices, since a field of models fails on a number too large.
    edition = forms.ChoiceField(
        label=gettext_lazy("Edition"),
        choices=lambda: [("", _("All")), *edition_choices()],
        required=False,
    )
    campus = forms.ChoiceField(
        label=gettext_lazy("Site"),
        choices=lambda: [("", _("All")), *campus_choices()],
        required=False,
    )
    alone = forms.BooleanField(label=gettext_lazy("Without porteur"), required=False)

    def apply(self, defis: Any) -> Any:
        """Return the défis of ``defis`` that are asked for."""
        self.is_valid()
        for name in ("edition", "campus"):
            if self.cleaned_data.get(name):
                defis = defis.filter(**{name: int(self.cleaned_data[name])})
        return without_porteur(defis) if self.cleaned_data.get("alone") else defis


@require_safe
def teams(request: HttpRequest) -> HttpResponse:
    """List the teams of the défis that this person keeps."""
    if not keeps_any(request.user):
        raise PermissionDenied
    form = FilterForm(request.GET)
    defis = form.apply(kept_by(request.user)).select_related("campus")
    page = Paginator(
        defis.order_by("campus__path", "number", "pk").defer_streamfields(), PER_PAGE
    ).get_page(request.GET.get("p"))
    query = request.GET.copy()
    query.pop("p", None)
    context = {
        "rows": rows_of(list(page)),
        "page": page,
        "query": query.urlencode(),
        "filters": form,
        **titles(_("Teams")),
    }
    return render(request, "defis/admin/teams/teams.html", context)


def titles(title: str, subtitle: str = "") -> dict[str, str]:
    """Return what Wagtail's frame shows above a page of teams."""
    return {
        "page_title": title,
        "page_subtitle": subtitle,
        "header_title": f"{title} {subtitle}".strip(),
        "header_icon": "group",
    }
