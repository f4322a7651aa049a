"""My data: seeing it, taking it away, deleting the account."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from community.models import User

from .erasing import NotErased, erase, is_only_administrator
from .export import as_document, export_of
from .forms import ErasureForm


@never_cache
@login_required
def my_data(request: HttpRequest) -> HttpResponse:
    """Say what can be done with what is kept about this person."""
    return render(request, "community/space/data.html")


@require_safe
@never_cache
@login_required
def download(request: HttpRequest) -> HttpResponse:
    """Give all of it as a file, whose name says when a part is missing."""
    assert isinstance(request.user, User)
    export = export_of(request.user)
    name = "maillage-mes-donnees-incompletes" if export.missing else "maillage-mes-donnees"
    response = JsonResponse(
        as_document(export), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


@never_cache
@login_required
@reauthentication_required(app="community")
def delete_account(request: HttpRequest) -> HttpResponse:
    """Delete the account once its address was typed; say why when it cannot be."""
    user = request.user
    assert isinstance(user, User)
    form = ErasureForm(request.POST or None, user=user)
    kept, failed = is_only_administrator(user), ""
    if request.method == "POST" and not kept and form.is_valid():
        try:
            erase(user)
        except NotErased as error:
            failed = str(error)
        else:
            logout(request)
            return redirect("account_deleted")
    context = {"form": form, "kept": kept, "failed": failed}
    return render(request, "community/space/delete.html", context)


def deleted(request: HttpRequest) -> HttpResponse:
    """Say goodbye."""
    return render(request, "community/space/deleted.html")
