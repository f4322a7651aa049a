"""The services that translate: those of wagtail-localize, whose failures have one name here."""

from collections.abc import Iterator
from contextlib import contextmanager

import requests
from wagtail.models import Locale
from wagtail_localize.machine_translators.deepl import DeepLTranslator
from wagtail_localize.machine_translators.libretranslate import LibreTranslator
from wagtail_localize.strings import StringValue

Translated = dict[StringValue, StringValue]


class TranslatorUnavailable(Exception):
    """The service did not answer, or with something else than translations."""


class DeepL(DeepLTranslator):
    """DeepL, as wagtail-localize asks it."""

    def translate(self, source: Locale, target: Locale, strings: list[StringValue]) -> Translated:
        """Return the translation of each string. Raises ``TranslatorUnavailable``."""
        with _answering(self.display_name):
            return super().translate(source, target, strings)


class LibreTranslate(LibreTranslator):
    """LibreTranslate, as wagtail-localize asks it."""

    def get_timeout(self) -> int:
        """Its machine may be a small one: a page takes a while."""
        return self.options["TIMEOUT"]

    def translate(self, source: Locale, target: Locale, strings: list[StringValue]) -> Translated:
        """Return the translation of each string. Raises ``TranslatorUnavailable``."""
        with _answering(self.display_name):
            return super().translate(source, target, strings)


@contextmanager
def _answering(name: str) -> Iterator[None]:
    """Read what goes wrong on the way, or an answer in another form (wrong key, quota), as one."""
    try:
        yield
    except (requests.RequestException, LookupError, TypeError, ValueError) as error:
        raise TranslatorUnavailable(name) from error
