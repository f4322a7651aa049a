"""The addresses of the booklet."""

from django.urls import path

from .prints import bound, cards, small_cards
from .views import booklet

urlpatterns = [
    path("carnet/", booklet, name="booklet"),
    path("carnet/carnet.pdf", bound, name="booklet_pdf"),
    path("carnet/fiches.pdf", cards, name="booklet_cards"),
    path("carnet/quatre-par-feuille.pdf", small_cards, name="booklet_small_cards"),
]
