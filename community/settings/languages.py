"""The languages of the site and who translates by machine, from the environment, as settings."""

from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from . import environment as env

#: The language of the addresses without a prefix.
DEFAULT = "fr"
VARIABLE = "MAILLAGE_LANGUAGES"
TRANSLATOR = "MACHINE_TRANSLATION_URL"


def languages() -> list[tuple[str, str | Promise]]:
    """Return ``LANGUAGES`` from ``MAILLAGE_LANGUAGES``: codes that Django knows, in menu order.

    Their names come from Django's own catalogues. Raises ``ImproperlyConfigured`` when a code is
    unknown, written twice, or when French is not among them.
    """
    codes = [code.lower() for code in env.words("MAILLAGE_LANGUAGES")] or [DEFAULT, "en"]
    for code in codes:
        if "name" not in LANG_INFO.get(code, {}):
            raise ImproperlyConfigured(
                f"{VARIABLE} must list language codes such as fr,en,ro: {code!r} is none."
            )
    if DEFAULT not in codes or len(set(codes)) < len(codes):
        raise ImproperlyConfigured(f"{VARIABLE} must list {DEFAULT} and others, each once.")
    return [(code, gettext_lazy(LANG_INFO[code]["name"])) for code in codes]


def machine_translator() -> dict[str, Any] | None:
    """Return wagtail-localize's setting from ``MACHINE_TRANSLATION_URL``, ``None`` when unset.

    ``deepl://key@api-free.deepl.com`` or ``libretranslate://key@host``, over HTTPS;
    ``?tls=no`` for a LibreTranslate on the same machine, whose key may be left out.
    """
    address = env.text("MACHINE_TRANSLATION_URL", "")
    if not address:
        return None
    parts = env.split(TRANSLATOR, address, ("deepl", "libretranslate"))
    # The keys of DeepL's free offer end in ":fx", where a password would stand.
    key = unquote(":".join(part for part in (parts.username, parts.password) if part))
    read = _deepl if parts.scheme == "deepl" else _libretranslate
    # An editor waits for the answer, and gunicorn gives up after a minute.
    options = {"TIMEOUT": 45, **read(parts, key)}
    name = "DeepL" if parts.scheme == "deepl" else "LibreTranslate"
    return {"CLASS": f"community.translators.services.{name}", "OPTIONS": options}


def _deepl(parts: SplitResult, key: str) -> dict[str, str]:
    """DeepL's address follows from the key: that of the variable says that one knows which."""
    host = "api-free.deepl.com" if key.endswith(":fx") else "api.deepl.com"
    if not key or parts.hostname != host:
        raise ImproperlyConfigured(
            f"{TRANSLATOR} must be deepl://key@api.deepl.com, or deepl://key@api-free.deepl.com "
            "when the key ends in :fx."
        )
    return {"AUTH_KEY": key}


def _libretranslate(parts: SplitResult, key: str) -> dict[str, str]:
    if not parts.hostname:
        raise ImproperlyConfigured(f"{TRANSLATOR} must name the server after libretranslate://.")
    scheme = "http" if parse_qs(parts.query).get("tls") == ["no"] else "https"
    host = parts.netloc.rpartition("@")[2]
    url = f"{scheme}://{host}{parts.path.rstrip('/')}"
    return {"LIBRETRANSLATE_URL": url, "API_KEY": key}
