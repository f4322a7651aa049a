"""The words that we say in place of Wagtail's are still Wagtail's."""

import gettext
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.translation import gettext as translated
from django.utils.translation import override

from community.translating import script_words
from community.wording import WORDS

pytestmark = pytest.mark.whatever_the_database


def catalogue_words(package: str, domain: str = "django") -> set[str]:
    """Return the messages of every French catalogue of an installed package."""
    spec = find_spec(package)
    assert spec is not None and spec.origin is not None
    found: set[str] = set()
    for path in Path(spec.origin).parent.rglob(f"locale/fr/LC_MESSAGES/{domain}.mo"):
        with path.open("rb") as file:
            found |= {key for key in gettext.GNUTranslations(file)._catalog if isinstance(key, str)}
    return found


def test_wagtail_still_says_each_of_these_words():
    known = catalogue_words("wagtail") | catalogue_words("wagtail_localize")
    assert sorted(set(WORDS) - known) == []


def test_ours_win():
    with override("fr"):
        assert translated("Locale") == "Langue"
        assert translated("Snippets") == "Répertoires"


def test_the_script_of_translations_speaks_our_french(editor):
    said = catalogue_words("wagtail_localize", "djangojs")
    assert set(script_words.WORDS) <= {word.rstrip() for word in said}
    catalogue = editor.get(reverse("wagtail_localize:javascript_catalog")).content.decode()
    assert '"Publish in ": "Publier en "' in catalogue
    assert '"Cancel": "Annuler"' in catalogue
