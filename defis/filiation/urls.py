"""The addresses of taking up, and of the tree of what was taken up."""

from django.urls import path, re_path

from .taking import take_up
from .views import filiation

urlpatterns = [
    path("reprendre/<int:pk>/", take_up, name="take_up"),
    re_path(r"^((?:[\w\-]+/)+)filiation/$", filiation, name="filiation"),
]
