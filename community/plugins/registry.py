"""The plugins of the running site."""

from django.apps import apps

from .contract import Plugin
from .dependencies import dependency_order


def plugins() -> list[Plugin]:
    """Return the installed plugins, each after those it depends on, else by label."""
    installed = {app.label: app for app in apps.get_app_configs() if isinstance(app, Plugin)}
    order = dependency_order({label: app.meta.depends_on for label, app in installed.items()})
    return [installed[label] for label in order]
