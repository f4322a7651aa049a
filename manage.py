#!/usr/bin/env python
"""Django's command line for Maillage."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.dev")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as fault:
        if "--traceback" in sys.argv:
            raise
        # One sentence for whoever installs the site, instead of a traceback.
        sys.exit(f"Maillage cannot start: {fault}")
