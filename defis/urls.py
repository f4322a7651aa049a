"""The addresses of the plugin that are no pages."""

from .reports.urls import urlpatterns as reports

urlpatterns = [*reports]
