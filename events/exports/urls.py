"""The addresses of exports: that of a page, and a file. Wagtail's own have no point in them."""

from django.urls import re_path

from . import views

#: Pages may have letters of any language in their address.
PAGE = r"^(?P<address>[\w-]+(?:/[\w-]+)*)/"

urlpatterns = [
    re_path(PAGE + r"programme\.ics$", views.calendar, name="calendar"),
    re_path(PAGE + r"programme/favoris\.ics$", views.favourites, name="favourites"),
    re_path(PAGE + r"programme/flux/$", views.changes, name="changes"),
    re_path(PAGE + r"schedule\.xml$", views.xml, name="schedule_xml"),
    re_path(PAGE + r"schedule\.json$", views.json, name="schedule_json"),
    re_path(PAGE + r"seance\.ics$", views.session_calendar, name="session_calendar"),
]
