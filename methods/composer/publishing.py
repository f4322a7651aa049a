"""Editors turn a session into a model session: a draft, opened in the administration."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from community.pages import index_page

from ..models import MethodPage, ModelSessionIndexPage, ModelSessionPage
from .desk import Desk
from .facts import known
from .model_sessions import rows_of_plan


def may_publish(request: HttpRequest) -> bool:
    """Return whether this person may add model sessions, to the list there is."""
    index = index_page(request, ModelSessionIndexPage)
    return index is not None and index.permissions_for_user(request.user).can_add_subpage()


@require_POST
def publish(request: HttpRequest) -> HttpResponse:
    """Make a draft of a model session from the session, and open it for the editor."""
    if not may_publish(request):
        raise PermissionDenied
    desk = Desk.read(request)
    if not desk.plan.items:
        return redirect("methods:composer")
    index = index_page(request, ModelSessionIndexPage)
    wish = desk.plan.wish
    pages: dict[str, MethodPage] = {
        slug: each.page for slug, each in known(request, desk.plan.used).items()
    }
    title = desk.plan.title or _("Session without a title")
    page = ModelSessionPage(
        title=title,
        slug=free_slug(index, title),
        aim=wish.aim,
        people=wish.people,
        format=wish.format,
        owner=request.user,
        live=False,
        session_rows=rows_of_plan(desk.plan, pages),
    )
    index.add_child(instance=page)
    page.save_revision(user=request.user, log_action=True)
    return redirect("wagtailadmin_pages:edit", page.pk)


def free_slug(index: object, title: str) -> str:
    """Return an address for ``title`` that no page below ``index`` has yet."""
    base = slugify(title)[:80] or "seance"
    taken = set(index.get_children().values_list("slug", flat=True))  # type: ignore[attr-defined]
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)
