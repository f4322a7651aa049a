"""The pages of accounts that are not allauth's own, or not quite."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal import flows
from allauth.account.views import LoginView
from allauth.decorators import rate_limit
from allauth.mfa.base.views import IndexView
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from .forms import PasswordForm, PasswordSignInForm
from .second_factor import lacks_second_factor, must_have_second_factor, onward


class SignInView(LoginView):
    """Ask for an address and send a code there."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wanted = self.get_next_url() if request.user.is_authenticated else None
        if wanted:
            # Sent here by a page that is not theirs: going back there would never end.
            return never_cache(render)(request, "account/other_account.html", {"wanted": wanted})
        return super().dispatch(request, *args, **kwargs)


class PasswordSignInView(SignInView):
    """Ask for an address and a password."""

    form_class = PasswordSignInForm
    template_name = "account/login_password.html"

    def get_form_class(self) -> type[PasswordSignInForm]:
        return self.form_class


@method_decorator(reauthentication_required(app="community"), name="dispatch")
@method_decorator(rate_limit(action="change_password"), name="dispatch")
class PasswordView(FormView):
    """Set a password or replace it. A forgotten one is no obstacle: a code says who is there."""

    form_class = PasswordForm
    template_name = "account/password.html"
    success_url = reverse_lazy("mfa_index")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: PasswordForm) -> HttpResponse:
        had_one = self.request.user.has_usable_password()
        form.save()
        done = flows.password_change
        finalize = done.finalize_password_change if had_one else done.finalize_password_set
        finalize(self.request, form.user)
        return super().form_valid(form)


class SecurityView(IndexView):
    """What opens the account: the code by e-mail, keys, the password, the second factor."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        return {
            **super().get_context_data(**kwargs),
            "required": must_have_second_factor(user),
            "lacking": lacks_second_factor(user),
            "onward": onward(self.request),
        }


class RecoveryCodesView(ViewRecoveryCodesView):
    """The recovery codes, and the way on."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "onward": onward(self.request)}


def no_account(request: HttpRequest) -> HttpResponse:
    """Say how one gets an account: nobody makes one alone."""
    return render(request, "account/no_account.html")


@never_cache
def to_sign_in(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Lead to our sign-in page from Wagtail's own, which know of passwords alone.

    Left open they would let in, without the second factor, whoever has guessed a password.
    """
    wanted = request.GET.get(REDIRECT_FIELD_NAME, "")
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        wanted = reverse("wagtailadmin_home")
    return redirect_to_login(wanted)
