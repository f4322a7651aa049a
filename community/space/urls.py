"""The addresses of the space."""

from django.urls import path

from .views import space

urlpatterns = [path("espace/", space, name="space")]
