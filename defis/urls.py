"""The addresses of the plugin that are no pages."""

from django.urls import path, re_path

from .filiation.taking import take_up
from .filiation.views import filiation

urlpatterns = [
    path("reprendre/<int:pk>/", take_up, name="take_up"),
    re_path(r"^((?:[\w\-]+/)+)filiation/$", filiation, name="filiation"),
]
