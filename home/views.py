"""The human site map."""

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from community.pages import visible

LONGEST_BRANCH = 16


@dataclass
class Branch:
    """A page of the site map with the pages below it."""

    page: Page
    children: list["Branch"] = field(default_factory=list)

    @property
    def folded(self) -> bool:
        """Whether so many pages stand below that their own list shows them better."""
        return len(self.children) > LONGEST_BRANCH


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """Show the visible pages as a tree: one query, whatever their number.

    Of a long list only the index and the number of pages are shown.
    """
    pages = visible(request).select_related("locale").order_by("path")
    return render(
        request, "home/site_map.html", {"tree": build_tree(pages), "title": _("Site map")}
    )


def build_tree(pages: "list[Page] | object") -> list[Branch]:
    """Return the branches of ``pages``, which must come in tree order.

    A page whose parent is missing hangs on its nearest ancestor.
    """
    roots: list[Branch] = []
    line: list[Branch] = []
    for page in pages:  # type: ignore[attr-defined]
        while line and not page.path.startswith(line[-1].page.path):
            line.pop()
        branch = Branch(page)
        (line[-1].children if line else roots).append(branch)
        line.append(branch)
    return roots
