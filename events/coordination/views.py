"""The accounts that edit a site, kept by those who may edit its edition."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from community.models import User

from ..models import CampusPage
from .groups import coordinators_group


class MemberForm(forms.Form):
    """The address of the account to add."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("That of an existing account: an administrator makes accounts."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def clean_email(self) -> User:
        """Return the account, or say that there is none."""
        user = User.objects.filter(email__iexact=self.cleaned_data["email"], is_active=True).first()
        if user is None:
            raise forms.ValidationError(_("No account has this address."))
        return user


def may_keep(user: Any, campus: CampusPage) -> bool:
    """Whether ``user`` may say who coordinates ``campus``: whoever may edit the edition."""
    return bool(campus.get_parent().permissions_for_user(user).can_edit())


@require_http_methods(["GET", "POST"])
def coordination(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the accounts of a site; add one by its address, or remove one."""
    campus = get_object_or_404(CampusPage, pk=page_id)
    if not may_keep(request.user, campus):
        raise PermissionDenied
    group = coordinators_group(campus)
    form = MemberForm(request.POST if "email" in request.POST else None)
    if "remove" in request.POST:
        key = request.POST["remove"]
        member = group.user_set.filter(pk=int(key)).first() if _is_key(key) else None
        if member is not None:
            member.groups.remove(group)
            messages.success(request, _("%(who)s no longer edits this site.") % {"who": member})
        return redirect("events_coordination", campus.pk)
    if form.is_valid():
        member = form.cleaned_data["email"]
        member.groups.add(group)
        messages.success(request, _("%(who)s may now edit this site.") % {"who": member})
        return redirect("events_coordination", campus.pk)
    context = {
        "campus": campus,
        "group": group,
        "form": form,
        "members": group.user_set.order_by("last_name", "first_name", "email"),
        "page_title": _("Coordination"),
        "page_subtitle": campus.get_admin_display_title(),
        "header_title": f"{_('Coordination')} {campus.get_admin_display_title()}",
        "header_icon": "group",
    }
    return render(request, "events/admin/coordination.html", context)


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
