"""The addresses of the plugin that are no pages."""

from .filiation.urls import urlpatterns as filiation
from .observatory.urls import urlpatterns as observatory
from .reminders.urls import urlpatterns as reminders
from .reports.urls import urlpatterns as reports
from .teams.urls import urlpatterns as teams

urlpatterns = [*filiation, *observatory, *reports, *reminders, *teams]
