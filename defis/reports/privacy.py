"""The photos and documents of a follow-up are as private as the follow-up itself."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from community.pages import visible

from ..models import FollowUpFile, FollowUpPage


def refusal(document: Any, request: HttpRequest) -> HttpResponse | None:
    """Return what to answer to somebody who may not have ``document``, else ``None``.

    Until its follow-up is published, only its team and those who may change it have it.
    """
    row = FollowUpFile.objects.select_related("follow_up").filter(document=document).first()
    if row is None or _may_see(row.follow_up, request):
        return None
    return redirect_to_login(request.get_full_path())


def _may_see(page: FollowUpPage | None, request: HttpRequest) -> bool:
    user = request.user
    if page is None:
        # The follow-up is gone: what came with it is left to the editors.
        return bool(user.is_superuser or user.has_perm("community.change_communitydocument"))
    if visible(request, FollowUpPage, language="all").filter(pk=page.pk).exists():
        return True
    return user.is_authenticated and page.permissions_for_user(user).can_edit()


def without_hidden(media: QuerySet, kind: str, request: HttpRequest) -> QuerySet:
    """Return ``media`` without those of follow-ups that this person neither sees nor changes.

    ``kind`` is ``"image"`` or ``"document"``. One's own uploads always stay.
    """
    rows = FollowUpFile.objects.exclude(**{kind: None})
    seen = visible(request, FollowUpPage, language="all")
    hidden = rows.exclude(follow_up__in=seen).exclude(**{f"{kind}__uploaded_by_user": request.user})
    pages = FollowUpPage.objects.filter(pk__in=hidden.values("follow_up"))
    changed = [page.pk for page in pages if page.permissions_for_user(request.user).can_edit()]
    keys = hidden.exclude(follow_up__in=changed).values_list(f"{kind}_id", flat=True)
    return media.exclude(pk__in=list(keys))
