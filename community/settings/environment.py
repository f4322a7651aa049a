"""The one place that reads environment variables.

Every variable of docs/deployment.md is read through these functions and nowhere else, so that a
missing or wrong one fails at start with one clear sentence instead of a traceback in the middle
of a request.
"""

import os
import re
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[2]

HOST = re.compile(r"\.?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\]", re.IGNORECASE)
WORDS_OF_YES = {"1", "true", "yes", "on"}
WORDS_OF_NO = {"0", "false", "no", "off"}


def text(name: str, default: str | None = None) -> str:
    """Return the variable ``name``; without a default, an empty or missing one is an error.

    Raises ``ImproperlyConfigured`` with one sentence that names the variable, as do all the
    functions below.
    """
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} is not set: see the table in docs/deployment.md.")
    return default


def flag(name: str, default: bool = False) -> bool:
    """Return a yes/no variable; anything but 1/0, true/false, yes/no, on/off is an error."""
    value = text(name, "").lower()
    if not value:
        return default
    if value in WORDS_OF_YES:
        return True
    if value in WORDS_OF_NO:
        return False
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")


def number(name: str, default: int) -> int:
    """Return a whole number, zero or more; anything else is an error."""
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def choice(name: str, default: str, choices: tuple[str, ...]) -> str:
    """Return one of ``choices``, whatever the case it is written in."""
    value = text(name, default).upper()
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, not {value!r}.")
    return value


def words(name: str) -> list[str]:
    """Return a comma-separated variable as a list, without blanks."""
    return [word.strip() for word in text(name, "").split(",") if word.strip()]


def hosts(name: str, default: tuple[str, ...] | None = None) -> list[str]:
    """Return host names, comma-separated; an address, a port or ``*`` is an error.

    Without a default at least one is mandatory.
    """
    values = words(name)
    if not values:
        return [text(name)] if default is None else list(default)
    for value in values:
        if not HOST.fullmatch(value):
            raise ImproperlyConfigured(
                f"{name} must list bare host names such as www.example.org, not {value!r}."
            )
    return values


def secret(name: str) -> str:
    """Return a secret of 50 characters or more that somebody did not type with one finger."""
    value = text(name)
    if len(value) < 50 or len(set(value)) < 5 or value.startswith("django-insecure-"):
        raise ImproperlyConfigured(
            f"{name} must be 50 random characters or more: docs/deployment.md says how to make one."
        )
    return value


def folder(name: str, default: Path) -> Path:
    """Return an absolute path; a relative one counts from the current folder."""
    return Path(text(name, str(default))).expanduser().resolve()


def url(name: str, default: str | None = None, schemes: tuple[str, ...] = ("http", "https")) -> str:
    """Return an address whose scheme is one of ``schemes``, or the empty default."""
    value = text(name, default)
    if value:
        split(name, value, schemes)
    return value


def split(name: str, value: str, schemes: tuple[str, ...]) -> SplitResult:
    """Return the parts of the address ``value``; ``name`` is what an error message blames.

    The value itself is never repeated in the message: it may hold a password.
    """
    try:
        parts = urlsplit(value)
        complete = parts.scheme in schemes and parts.port != 0
    except ValueError:
        complete = False
    if not complete or (parts.scheme in {"http", "https"} and not parts.hostname):
        starts = " or ".join(f"{scheme}://" for scheme in schemes)
        raise ImproperlyConfigured(f"{name} must be an address that starts with {starts}")
    return parts


def origin(name: str, default: str | None = None, schemes: tuple[str, ...] = ("https",)) -> str:
    """Return an address made of scheme and host (and port) alone, without a final slash."""
    value = url(name, default, schemes).rstrip("/")
    parts = urlsplit(value)
    if parts.path or parts.query or parts.fragment or parts.username:
        raise ImproperlyConfigured(f"{name} must stop after the host name, without a path.")
    return value


VAR_DIR = folder("MAILLAGE_VAR_DIR", BASE_DIR / "var")
