"""The address that gives the cousins of a question, below the list of défis."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import path


class CousinRoutes:
    """The address of the cousins, for the page that lists the défis."""

    @path("cousins/", name="cousins")
    def cousins(self: Any, request: HttpRequest) -> HttpResponse:
        """The défis near ``?q=``, as JSON."""
        from .views import cousins_response

        return cousins_response(request)
