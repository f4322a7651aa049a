"""The section of the home page that opens the toolbox by verbs."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest

from community.pages import index_page, visible

from .models import Family, MethodIndexPage, MethodPage


def families(request: HttpRequest) -> dict[str, Any] | None:
    """The families that hold methods, with how many and the filtered list's address."""
    index = index_page(request, MethodIndexPage)
    methods = visible(request, MethodPage).order_by()
    counts = dict(methods.values_list("family").annotate(number=Count("pk")))
    if index is None or not counts:
        return None
    home = index.get_url(request)
    return {
        "index": index,
        "families": [
            {"label": family.label, "url": f"{home}?famille={family}", "count": counts[family]}
            for family in Family
            if counts.get(family)
        ],
    }
