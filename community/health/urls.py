"""The addresses of this room, for the project's own."""

from django.urls import path

from .views import healthz, robots

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
]
