"""A service that does not translate is a sentence for the editor, not an error page."""

import logging

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_valid_next_url_from_request

from .services import TranslatorUnavailable

logger = logging.getLogger(__name__)


class TranslatorMiddleware:
    """Takes the editor back to where they were; wagtail-localize's views have let nothing go."""

    def __init__(self, get_response):
        if not settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer when the service failed; anything else goes its way."""
        if not isinstance(error, TranslatorUnavailable):
            return None
        logger.warning("%s did not translate: %r", error, error.__cause__)
        messages.error(
            request,
            _("%(service)s did not answer as it should. Nothing has changed: try again later.")
            % {"service": error},
        )
        return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
