"""The addresses of taking up, and of the tree of what was taken up."""

from django.urls import re_path

from .taking import take_up
from .views import filiation

urlpatterns = [
    # Nine figures: a longer number is no key of a page, and no database takes it.
    re_path(r"^reprendre/(?P<pk>\d{1,9})/$", take_up, name="take_up"),
    re_path(r"^((?:[\w\-]+/)+)filiation/$", filiation, name="filiation"),
]
