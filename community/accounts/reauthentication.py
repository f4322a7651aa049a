"""Asking again who is there, by a code sent by e-mail: most accounts have nothing else."""

from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import BaseReauthenticateView
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from community.models import User

from .forms import ConfirmCodeForm

KEPT_AS = "reauthentication_code"


class ReauthenticationCode(AbstractCodeVerificationProcess):
    """One code sent to whoever is signed in; it is kept in the session until it is used."""

    def __init__(self, request: HttpRequest, state: dict[str, Any]) -> None:
        self.request = request
        super().__init__(
            max_attempts=app_settings.LOGIN_BY_CODE_MAX_ATTEMPTS,
            timeout=app_settings.LOGIN_BY_CODE_TIMEOUT,
            state=state,
            user=request.user,
        )

    @classmethod
    def resume(cls, request: HttpRequest) -> "ReauthenticationCode | None":
        """Return the code that was sent and may still be typed."""
        state = request.session.get(KEPT_AS)
        return cls(request, state).abort_if_invalid() if state else None

    @classmethod
    def start(cls, request: HttpRequest) -> "ReauthenticationCode":
        """Make a code and send it."""
        user = request.user
        assert isinstance(user, User)
        process = cls(request, cls.initial_state(user, email=user.email))
        process.send()
        process.persist()
        return process

    def send(self) -> None:
        adapter = get_adapter()
        self.state["code"] = adapter.generate_login_code()
        context = {"code": self.code}
        adapter.send_mail("account/email/reauthentication_code", self.state["email"], context)

    def persist(self) -> None:
        self.request.session[KEPT_AS] = self.state

    def abort(self) -> None:
        self.request.session.pop(KEPT_AS, None)


@method_decorator([login_required, never_cache], name="dispatch")
class ReauthenticateByCodeView(BaseReauthenticateView):
    """Send a code when asked to, then ask for it."""

    form_class = ConfirmCodeForm
    template_name = "account/reauthenticate_code.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.process = ReauthenticationCode.resume(request)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.process is not None and request.POST.get("action") != "send":
            return super().post(request, *args, **kwargs)
        if ratelimit.consume(request, action="request_login_code", key=request.user.email):
            ReauthenticationCode.start(request)
        else:
            adapter = get_adapter()
            text = adapter.error_messages["rate_limited"]
            adapter.add_message(request, messages.ERROR, message=text)
        return HttpResponseRedirect(request.get_full_path())

    def get_form_kwargs(self) -> dict[str, Any]:
        code = self.process.code if self.process else None
        return {**super().get_form_kwargs(), "code": code}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "sent": self.process is not None}

    def form_invalid(self, form: Any) -> HttpResponse:
        if self.process and self.process.record_invalid_attempt():
            return super().form_invalid(form)
        adapter = get_adapter()
        text = adapter.error_messages["too_many_login_attempts"]
        adapter.add_message(self.request, messages.ERROR, message=text)
        return HttpResponseRedirect(self.request.get_full_path())

    def form_valid(self, form: Any) -> HttpResponse:
        if self.process:
            self.process.abort()
        record_authentication(self.request, self.request.user, method="code", reauthenticated=True)
        return super().form_valid(form)
