"""The addresses of the form: one for signed links, one for those who signed in."""

from django.urls import path

from . import photos, views

_LINK, _SPACE = "suivi/<str:token>/", "espace/defis/<int:pk>/suivi/"

urlpatterns = [
    path(_LINK, views.report_by_link, name="report_by_link"),
    path(f"{_LINK}photo/<int:photo>/", photos.photo_by_link, name="report_photo_by_link"),
    path(_SPACE, views.report, name="report"),
    path(f"{_SPACE}photo/<int:photo>/", photos.photo, name="report_photo"),
]
