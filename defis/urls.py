"""The addresses of the plugin that are no pages."""

from .reminders.urls import urlpatterns as reminders
from .reports.urls import urlpatterns as reports
from .teams.urls import urlpatterns as teams

urlpatterns = [*reports, *reminders, *teams]
