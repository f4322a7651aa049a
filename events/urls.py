"""The public addresses of events that are no pages."""

from django.urls import re_path

from .webinars.calendar import webinar_calendar

urlpatterns = [
    re_path(
        r"^(?P<address>[\w-]+(?:/[\w-]+)*)/webinaire\.ics$",
        webinar_calendar,
        name="webinar_calendar",
    ),
]
