"""What the outside services are, each from one address in the environment, as Django settings."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from . import environment as env

SQLITE_OPTIONS = {
    # Writers queue instead of failing; readers never wait (WAL).
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
        "PRAGMA mmap_size=134217728;PRAGMA cache_size=-20000;"
    ),
}
POSTGRES_CONNECT_SECONDS = 5
SEARCH_SECONDS = 5
SEARCH_SERVERS = {
    "elasticsearch8": ("elasticsearch", "'elasticsearch>=8,<9'"),
    "elasticsearch9": ("elasticsearch", "'elasticsearch>=9,<10'"),
    "opensearch2": ("opensearchpy", "'opensearch-py>=2,<3'"),
    "opensearch3": ("opensearchpy", "'opensearch-py>=3,<4'"),
}
"""The search servers that modelsearch knows: the Python module of each, and what brings it."""


def databases(default: str | None = None) -> dict[str, dict[str, Any]]:
    """Return Django's ``DATABASES`` from ``DATABASE_URL`` (SQLite or PostgreSQL).

    SQLite gets WAL and a busy timeout, PostgreSQL a short connection time-out and, with
    ``?pool=true``, psycopg's pool. Without a default the variable is mandatory.
    """
    address = env.text("DATABASE_URL", default)
    try:
        config: dict[str, Any] = dict(dj_database_url.parse(address))
    except (ValueError, dj_database_url.UnknownSchemeError):
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read: write postgres://user:password@host:5432/name "
            "or sqlite:////absolute/path.sqlite3."
        ) from None
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = SQLITE_OPTIONS | config.get("OPTIONS", {})
    elif config["ENGINE"].endswith("postgresql"):
        _require("psycopg", "DATABASE_URL", "-r requirements.txt")
        config["OPTIONS"] = {"connect_timeout": POSTGRES_CONNECT_SECONDS} | config.get(
            "OPTIONS", {}
        )
        # A pool keeps the connections itself; Django refuses to keep them as well.
        config["CONN_MAX_AGE"] = 0 if config["OPTIONS"].get("pool") else 60
        config["CONN_HEALTH_CHECKS"] = True
    else:
        raise ImproperlyConfigured("DATABASE_URL must name SQLite or PostgreSQL.")
    if not config["NAME"]:
        raise ImproperlyConfigured("DATABASE_URL must end with the name of the database.")
    return {"default": config}


def caches(var_dir: Path = env.VAR_DIR) -> dict[str, dict[str, Any]]:
    """Return ``CACHES``: Redis when ``REDIS_URL`` is set, else files shared by all workers.

    Never locmem: Wagtail's site-root cache would go stale between gunicorn workers.
    """
    address = env.url("REDIS_URL", "", schemes=("redis", "rediss", "unix"))
    if not address:
        return {
            "default": {
                "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
                "LOCATION": str(var_dir / "cache"),
                # Django's 300 would throw pages away all day; at about 20 kB each this is 200 MB.
                "OPTIONS": {"MAX_ENTRIES": 10_000},
            }
        }
    _require("redis", "REDIS_URL", "-r requirements.txt")
    return {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": address,
            "KEY_PREFIX": "maillage",
        }
    }


def email(default: str | None = "console://") -> dict[str, Any]:
    """Return Django's ``EMAIL_*`` settings from ``EMAIL_URL``.

    ``smtp://user:password@host:587`` uses STARTTLS, ``smtps://…:465`` TLS from the start, and
    ``smtp://localhost:25?tls=no`` neither, for a relay on the same machine. ``console://``
    prints the messages.
    """
    schemes = ("smtp", "smtps", "console")
    parts = env.split("EMAIL_URL", env.text("EMAIL_URL", default), schemes)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if not parts.hostname:
        raise ImproperlyConfigured("EMAIL_URL must name the mail server after smtp://.")
    secure = parts.scheme == "smtps"
    plain = parse_qs(parts.query).get("tls") == ["no"]
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if secure else 25 if plain else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": secure,
        "EMAIL_USE_TLS": not secure and not plain,
        "EMAIL_TIMEOUT": 10,
    }


def media_storage() -> dict[str, Any]:
    """Return the default entry of ``STORAGES``: files, or S3 from ``MEDIA_STORAGE_URL``.

    ``s3://bucket/folder?endpoint=https://…&region=…&public=https://media.example.org``: with
    ``public`` the images have lasting addresses under that host, else signed ones that expire
    after an hour. The keys are read by the S3 client itself, from its own usual places.
    """
    address = env.url("MEDIA_STORAGE_URL", "", schemes=("s3",))
    if not address:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    _require("storages", "MEDIA_STORAGE_URL", "-r requirements-s3.txt")
    parts = env.split("MEDIA_STORAGE_URL", address, ("s3",))
    if not parts.hostname:
        raise ImproperlyConfigured("MEDIA_STORAGE_URL must name the bucket after s3://.")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    public = "public" in query
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": parts.hostname,
            "location": parts.path.strip("/"),
            "endpoint_url": query.get("endpoint"),
            "region_name": query.get("region"),
            "custom_domain": public_media_origin().partition("://")[2] if public else None,
            "querystring_auth": not public,
            "signature_version": "s3v4",
            # Two editors may send two different "photo.jpg".
            "file_overwrite": False,
            "default_acl": None,
        },
    }


def public_media_origin() -> str:
    """Return the origin from which browsers fetch images when it is another than the site's.

    Empty when the site itself serves them. The content security policy has to allow it.
    """
    address = env.url("MEDIA_STORAGE_URL", "", schemes=("s3",))
    if not address:
        return ""
    query = parse_qs(env.split("MEDIA_STORAGE_URL", address, ("s3",)).query)
    public = (query.get("public") or query.get("endpoint") or [""])[-1]
    parts = env.split("The public or endpoint address in MEDIA_STORAGE_URL", public, ("https",))
    return f"{parts.scheme}://{parts.netloc}"


def search_backends() -> dict[str, dict[str, Any]]:
    """Return ``WAGTAILSEARCH_BACKENDS``: the database's, and a server besides from ``SEARCH_URL``.

    ``opensearch3://user:password@host:9200?prefix=maillage_``: the scheme names the server and its
    version (``SEARCH_SERVERS``), ``tls=no`` is for a server on the same machine, ``prefix`` begins
    the names of its indices. What the site shows is always searched in the database, which alone
    knows who may see what: see docs/deployment.md.
    """
    backends: dict[str, dict[str, Any]] = {"default": {"BACKEND": "community.search.backend"}}
    address = env.url("SEARCH_URL", "", schemes=tuple(SEARCH_SERVERS))
    if not address:
        return backends
    parts = env.split("SEARCH_URL", address, tuple(SEARCH_SERVERS))
    if not parts.hostname:
        raise ImproperlyConfigured(f"SEARCH_URL must name the server after {parts.scheme}://.")
    if "%" in parts.netloc:
        raise ImproperlyConfigured("SEARCH_URL must have a password as it is, without % signs.")
    module, package = SEARCH_SERVERS[parts.scheme]
    _require(module, "SEARCH_URL", package)
    query = parse_qs(parts.query)
    scheme = "http" if query.get("tls") == ["no"] else "https"
    server: dict[str, Any] = {
        "BACKEND": f"modelsearch.backends.{parts.scheme}",
        "URLS": [f"{scheme}://{parts.netloc}{parts.path}"],
        "INDEX_PREFIX": query.get("prefix", [""])[-1],
        # An editor waits for it at each save.
        "TIMEOUT": SEARCH_SECONDS,
    }
    return backends | {"server": server}


def _require(module: str, variable: str, install: str) -> None:
    """Raise ImproperlyConfigured when the optional ``module`` that ``variable`` needs is absent."""
    if find_spec(module) is None:
        raise ImproperlyConfigured(
            f"{variable} needs the Python module {module}: pip install {install}."
        )
