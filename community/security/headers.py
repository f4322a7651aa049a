"""The middleware that puts the security headers on every response."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse

from .frames import frame_hosts
from .policy import header_value, permissions_value, with_frames

Next = Callable[[HttpRequest], HttpResponse]

NO_COPY = "private, no-store"


class SecurityHeadersMiddleware:
    """Content security policy, permissions, resource policy, and no copy of what is personal.

    Django's SecurityMiddleware sends the rest (HSTS, nosniff, Referrer-Policy, opener policy).
    A header that a view set itself stays. Settings: ``SECURE_CSP`` (named as in Django 6),
    ``SECURE_CSP_ADMIN`` for the editors' pages, ``PERMISSIONS_POLICY``,
    ``SECURE_CROSS_ORIGIN_RESOURCE_POLICY``.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self.public = header_value(settings.SECURE_CSP)
        self.admin = header_value(settings.SECURE_CSP_ADMIN)
        self.fixed = {
            "Permissions-Policy": permissions_value(settings.PERMISSIONS_POLICY),
            "Cross-Origin-Resource-Policy": settings.SECURE_CROSS_ORIGIN_RESOURCE_POLICY,
        }

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        editing = in_admin(request.path)
        policy = self.admin if editing else self.public
        if hosts := frame_hosts(request):
            base = settings.SECURE_CSP_ADMIN if editing else settings.SECURE_CSP
            policy = header_value(with_frames(base, hosts))
        response.headers.setdefault("Content-Security-Policy", policy)
        for name, value in self.fixed.items():
            response.headers.setdefault(name, value)
        if editing or is_personal(request, response):
            forbid_copies(response)
        return response


def in_admin(path: str) -> bool:
    """Return whether ``path`` is one of the editors' pages."""
    try:
        return path.startswith(reverse("wagtailadmin_home"))
    except NoReverseMatch:
        return False


def forbid_copies(response: HttpResponse) -> None:
    """Tell caches and the browser to keep no copy (OWASP ASVS 5.0 §14.3.2).

    A web page loses even the permission that its view gave: what everybody may keep, nobody may
    once it shows a name. Pictures and other files keep what their view said.
    """
    if response.headers.get("Content-Type", "").startswith("text/html"):
        response.headers["Cache-Control"] = NO_COPY
    else:
        response.headers.setdefault("Cache-Control", NO_COPY)


def is_personal(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether the response may show something of one person.

    Only people who signed in, or gave the password of a private page, have a session. The cookie
    tells it without asking the database, which may be down.
    """
    name = settings.SESSION_COOKIE_NAME
    return name in request.COOKIES or name in response.cookies
