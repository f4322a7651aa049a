"""The ground floor: everything the plugins stand on."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Community(AppConfig):
    name = "community"
    verbose_name = _("Community")
