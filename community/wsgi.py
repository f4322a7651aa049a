"""The WSGI entry point: ``gunicorn community.wsgi``."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from community.plugins.checks import require_sound_plugins

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.production")

try:
    application = get_wsgi_application()
    # A server runs no system checks; half a site would be worse than none.
    require_sound_plugins()
except ImproperlyConfigured as fault:
    sys.exit(f"Maillage cannot start: {fault}")
