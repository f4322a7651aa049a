"""The addresses of what one follows."""

from django.urls import path

from . import choices, views

urlpatterns = [
    path("suivre/confirmer/<str:token>/", choices.confirm, name="follow_confirm"),
    path("suivre/gerer/<str:token>/", choices.manage, name="follow_manage"),
    path("suivre/arreter/<str:token>/", choices.stop, name="follow_stop"),
    path("suivre/<slug:kind>/<slug:key>/", views.follow, name="follow"),
    path("suivre/<slug:kind>/<slug:key>/merci/", views.asked, name="follow_asked"),
    path("suivre/<slug:kind>/<slug:key>/flux/", views.feed, name="follow_feed"),
]
