"""Logging: one line per event on standard error, in UTC, for journald or a container to keep."""

import logging
import time
from typing import Any

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


class UtcFormatter(logging.Formatter):
    """Times in UTC, ISO 8601, whatever the zone of the machine (OWASP ASVS 5.0 §16.2.2)."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"


def logging_config(level: str) -> dict[str, Any]:
    """Return Django's ``LOGGING``; ``level`` is one of ``LEVELS``.

    No request is logged that succeeded: an access log holds personal data and belongs to the
    proxy, with its own retention.
    """
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": UtcFormatter,
                "format": "{asctime} {levelname} {name}: {message}",
                "style": "{",
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django gives its logger a handler in debug mode; without this each line comes twice.
            "django": {"handlers": [], "level": level},
            # A traceback per visit of every scanner that calls the machine by its number.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            # Two tasks per saved page, each with three lines, to say that all went well.
            "django_tasks": {"level": level if level == "DEBUG" else "WARNING"},
        },
    }
