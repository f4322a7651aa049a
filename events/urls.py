"""The addresses of the plugin that are no pages."""

from django.urls import re_path

from .exports.urls import urlpatterns as exports
from .live import sending, views
from .webinars.calendar import webinar_calendar

#: Below the page of a session, whatever stands above it.
_SESSION = r"^((?:[\w\-]+/)+)questions/"

urlpatterns = [
    *exports,
    re_path(rf"{_SESSION}liste/$", views.news, name="questions_news"),
    re_path(rf"{_SESSION}poser/$", sending.ask, name="ask_question"),
    re_path(rf"{_SESSION}soutenir/$", sending.support, name="support_question"),
    re_path(
        r"^(?P<address>[\w-]+(?:/[\w-]+)*)/webinaire\.ics$",
        webinar_calendar,
        name="webinar_calendar",
    ),
]
