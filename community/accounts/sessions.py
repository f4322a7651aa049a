"""Ending the sessions of an account that are open elsewhere."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.contrib.auth import update_session_auth_hash
from django.db.models import F
from django.dispatch import receiver
from django.http import HttpRequest

from community.models import User


def end_other_sessions(request: HttpRequest) -> None:
    """End all the sessions of whoever is signed in, but this one."""
    everywhere = F("signed_out_everywhere") + 1
    User.objects.filter(pk=request.user.pk).update(signed_out_everywhere=everywhere)
    request.user.refresh_from_db(fields=["signed_out_everywhere"])
    update_session_auth_hash(request, request.user)


@receiver(authenticator_added)
def end_sessions_without_it(
    request: HttpRequest, authenticator: Authenticator, **kwargs: Any
) -> None:
    """End those that began before there was a second factor: they never met it."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        end_other_sessions(request)
