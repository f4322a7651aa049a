"""The tree of reuse of a prototype or a défi: ``…/filiation/``."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from community.pages.routing import visible_page_at

from ..models import DefiPage, PrototypePage
from .drawing import draw
from .origin import may_be_taken_up
from .tree import tree_of


@require_safe
def filiation(request: HttpRequest, address: str) -> HttpResponse:
    """Draw the tree that the prototype or the défi at ``address`` belongs to, and list it."""
    page = visible_page_at(request, address.strip("/"))
    if not isinstance(page, DefiPage | PrototypePage):
        raise Http404
    roots = tree_of(page, request)
    context = {
        "title": _("Who took up “%(page)s”") % {"page": page.choice_label},
        "origin": page,
        "open": may_be_taken_up(page),
        "roots": roots,
        "tree": draw(roots),
        "alone": len(roots) == 1 and not roots[0].children,
    }
    return render(request, "defis/filiation/page.html", context)
