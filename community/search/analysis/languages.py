"""Languages of the site, and the stemmer of each."""

from functools import lru_cache

import snowballstemmer
from django.utils.translation import get_language_info
from wagtail.coreutils import get_content_languages


def every_language() -> tuple[str, ...]:
    """Return the codes of the languages that pages are written in, the main one first."""
    return tuple(get_content_languages())


@lru_cache(maxsize=200)
def algorithm(language: str) -> str:
    """Return the name of the stemmer for a language code; empty when there is none."""
    try:
        name = str(get_language_info(language.split("-")[0])["name"]).split()[0].lower()
    except KeyError:
        return ""
    return name if name in snowballstemmer.algorithms() else ""
