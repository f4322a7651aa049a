"""The addresses of reminders, below those of the links."""

from django.urls import path

from . import views

urlpatterns = [
    path("suivi/<str:token>/rappels/", views.reminders, name="reminders"),
    path("suivi/<str:token>/nouveau-lien/", views.new_link, name="new_link"),
]
