"""What the list of défis answers below its own address: the observatory."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import path


class ObservatoryRoutes:
    """The addresses of the observatory, for the page that lists the défis."""

    @path("observatoire/", name="observatory")
    def observatory(self: Any, request: HttpRequest) -> HttpResponse:
        """Where the défis stand today."""
        from .pages import subject_response

        return subject_response(self, request, "")

    @path("observatoire/defis/", name="observatory_behind")
    def observatory_behind(self: Any, request: HttpRequest) -> HttpResponse:
        """The défis that one number counts."""
        from .pages import behind_response

        return behind_response(self, request)

    @path("observatoire/<slug:name>/", name="observatory_subject")
    def observatory_subject(self: Any, request: HttpRequest, name: str) -> HttpResponse:
        """The défis as time went by, by theme, by region, and so on."""
        from .pages import subject_response

        return subject_response(self, request, name)
