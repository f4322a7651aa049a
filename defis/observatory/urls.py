"""Addresses that Wagtail's own do not match: those with a dot."""

from django.urls import re_path

from .pages import sheet

#: The page that an address stands below, without its outer slashes: "defis".
PAGE = r"^(?P<address>[\w-]+(?:/[\w-]+)*)/"

urlpatterns = [
    re_path(PAGE + r"observatoire/(?P<name>[\w-]+)\.csv$", sheet, name="observatory_sheet"),
]
