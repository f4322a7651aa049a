"""A new défi that takes up somebody else's work, with the credit and the licence filled in."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.http import HttpRequest
from wagtail.models import Page

from community.models import PageTheme, User

from ..models import DefiPage, PrototypePage, Reprise, State
from .origin import credit_of

#: So many proposals of one person may wait for an answer.
WAITING = 5


def waiting_of(user: Any) -> Any:
    """Return the drafts that ``user`` made by taking something up, and nobody published yet."""
    drafts = DefiPage.objects.filter(owner=user, live=False, first_published_at=None)
    return drafts.filter(reprises__isnull=False).distinct()


def same_draft(user: Any, origin: DefiPage | PrototypePage, question: str) -> DefiPage | None:
    """Return the draft that this very form made already: a form sent twice makes one défi."""
    field = "prototype" if isinstance(origin, PrototypePage) else "defi"
    found = waiting_of(user).filter(title=question, **{f"reprises__{field}": origin.pk})
    return found.first()


@transaction.atomic
def make_draft(
    origin: DefiPage | PrototypePage,
    index: Page,
    question: str,
    note: str,
    request: HttpRequest,
    *,
    submit: bool,
) -> DefiPage:
    """Return a draft below ``index`` that takes up ``origin``; the person of the request owns it.

    With ``submit`` it goes to the moderators. A number is given, so that they can publish it as
    it is: those without a site only have to differ.
    """
    user: User = request.user  # type: ignore[assignment]
    last = DefiPage.objects.filter(campus=None).aggregate(last=Max("number"))["last"] or 0
    page = DefiPage(
        title=question,
        number=min(last + 1, 32767),
        initial_state=State.PROPOSED,
        live=False,
        has_unpublished_changes=True,
        owner=user,
        locale=index.locale,
        licence=origin.licence,
        adapted_from_title=credit_of(origin, request),
        adapted_from_url=origin.get_full_url(request) or "",
    )
    page.page_themes = [PageTheme(theme=row.theme) for row in origin.theme_rows]
    is_prototype = isinstance(origin, PrototypePage)
    page.reprises = [
        Reprise(
            prototype=origin if is_prototype else None,
            defi=None if is_prototype else origin,
            note=note,
        )
    ]
    index.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    workflow = page.get_workflow() if submit else None
    if workflow is not None:
        workflow.start(page, user)
    return page
