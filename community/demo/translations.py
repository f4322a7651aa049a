"""The demonstration in other languages: gettext files, told to wagtail-localize as an editor would.

An editor who opens one of these pages finds a finished translation, not a page made apart.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import polib
from django.conf import settings
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.signals import page_published, published
from wagtail_localize.models import (
    StringTranslation,
    Translation,
    TranslationSource,
)

from community.search.together import with_rows

from .loader import DemoLoader
from .segments import submit

#: What several pages say, and what is no page: themes, menus.
SHARED = "shared"

Catalogue = dict[str, str]


def load_translations(demo: DemoLoader) -> None:
    """Translate the pages that have a file in a language of the site, and what they share.

    What is there in that language already is left as editors made it.
    """
    for folder in sorted(folder for folder in translations(demo) if folder.is_dir()):
        if folder.name in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
            locale, _made = Locale.objects.get_or_create(language_code=folder.name)
            _Language(demo, folder, locale).load()


def translations(demo: DemoLoader) -> Iterable[Path]:
    """Return the folders of the languages: each is called by its code."""
    return (demo.folder / "translations").iterdir()


def catalogues(folder: Path) -> dict[str, Catalogue]:
    """Return what the files of a language say, by the path of the page: "methodes/pitch/".

    The home page has the path "". Sentences without a translation are left out.
    """
    found = {}
    for path in sorted(folder.rglob("*.po")):
        file = polib.pofile(str(path))
        said = {entry.msgid: entry.msgstr for entry in file if entry.msgstr and not entry.obsolete}
        page = file.metadata.get("X-Page")
        found[SHARED if page is None else page.strip("/") + "/" * bool(page.strip("/"))] = said
    return found


class _Language:
    """One language of the demonstration while it is loaded."""

    def __init__(self, demo: DemoLoader, folder: Path, locale: Locale) -> None:
        self.demo = demo
        self.locale = locale
        self.user = demo.users["editor"]
        self.catalogues = catalogues(folder)
        self.shared = self.catalogues.pop(SHARED, {})

    def load(self) -> None:
        for snippet in self.demo.kept:
            if isinstance(snippet, TranslatableMixin) and not snippet.has_translation(self.locale):
                self._snippet(snippet)
        for page in self._pages():
            self._page(page)

    def _pages(self) -> Iterable[Page]:
        """The pages to translate, those above first; those of a plugin left out are not there."""
        home = self.demo.home.url_path
        there = Page.objects.live().filter(url_path__in=[home + path for path in self.catalogues])
        done = Page.objects.filter(locale=self.locale).values("translation_key")
        pages = list(there.exclude(translation_key__in=done).order_by("path").specific())
        for model in {type(page) for page in pages}:
            with_rows([page for page in pages if type(page) is model])
        return pages

    def _snippet(self, snippet: TranslatableMixin) -> None:
        """Translate a snippet, when each of its sentences is known."""
        translation = self._translation(snippet, self.shared)
        total, told = translation.get_progress()
        if told == total:
            translation.save_target(user=self.user)

    def _page(self, page: Page) -> None:
        """Submit a page as its editor does, translate its sentences, and publish it."""
        path = page.url_path.removeprefix(self.demo.home.url_path)
        translation = self._translation(page, {**self.shared, **self.catalogues[path]})
        # Wagtail would publish once the transaction is over, which holds the whole demonstration.
        translation.save_target(user=self.user, publish=False)
        self._publish(translation.get_target_instance())
        self.demo.created += 1

    def _publish(self, page: Page) -> None:
        """Publish a page whose last draft is just what is stored: no need to write it again."""
        revision = page.latest_revision
        page.live, page.has_unpublished_changes = True, False
        page.live_revision, page.last_published_at = revision, timezone.now()
        page.first_published_at = page.first_published_at or page.last_published_at
        page.save(
            update_fields=[
                "live",
                "has_unpublished_changes",
                "live_revision",
                "first_published_at",
                "last_published_at",
            ]
        )
        log(page, "wagtail.publish", user=self.user, revision=revision, content_changed=True)
        page_published.send(sender=type(page), instance=page, revision=revision)
        published.send(sender=type(page), instance=page, revision=revision)

    def _translation(self, instance: TranslatableMixin, said: Mapping[str, str]) -> Translation:
        """Return the translation of a page or snippet, with the sentences that ``said`` knows."""
        source = TranslationSource.objects.get_for_instance_or_none(instance) or submit(instance)
        known = Translation.objects
        translation, _made = known.get_or_create(source=source, target_locale=self.locale)
        segments = source.stringsegment_set.select_related("string")
        strings = {
            (segment.string_id, segment.context_id): said[segment.string.data]
            for segment in segments
            if segment.string.data in said
        }
        rows = [
            StringTranslation(
                translation_of_id=string,
                context_id=context,
                locale=self.locale,
                data=data,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                last_translated_by=self.user,
            )
            for (string, context), data in strings.items()
        ]
        # What an editor has said already stays.
        StringTranslation.objects.bulk_create(rows, ignore_conflicts=True)
        return translation
