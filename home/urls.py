"""Public addresses of this plugin."""

from django.urls import path

from .views import site_map

urlpatterns = [path("plan-du-site/", site_map, name="site_map")]
