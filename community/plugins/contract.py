"""The class every plugin extends: one Django app configuration that shows all it brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest
    from django.urls import URLPattern, URLResolver
    from wagtail.models import Page

    from community.demo.loader import DemoLoader
    from community.listing.filters import Filter
    from community.models import User
    from community.search.sources import SearchSource
    from community.search.synonyms import SearchSynonyms

    from .contributions import (
        DashboardPanel,
        HomeSection,
        NavigationEntry,
        News,
        RecordCount,
        ReportPart,
        SlotContent,
        TextPass,
        Topic,
        Window,
    )
    from .meta import PluginMeta


class Plugin(AppConfig):
    """A Django app which adds to the site through the methods below; each may be left out.

    The app label, the last part of ``name``, is the plugin's one identifier: it is also its URL
    namespace, its template and static folder, its settings prefix and its entry point's name.
    The class is read while the settings load, so import models inside methods.
    """

    meta: ClassVar[PluginMeta]

    def navigation(self, request: HttpRequest) -> Iterable[NavigationEntry]:
        """Return the links to add to the public navigation for this request."""
        return ()

    def home_sections(self) -> Iterable[HomeSection]:
        """Return the sections an editor may place on the home page."""
        return ()

    def slots(self) -> Mapping[str, SlotContent]:
        """Return what to put in other templates' slots, by slot name."""
        return {}

    def record_counts(self, page: Page, request: HttpRequest) -> Iterable[RecordCount]:
        """Return how many things this visitor finds here about ``page``, one entry per measure.

        They stand beside the figures that sources claim. One query for all of them, please:
        pages with figures ask each plugin.
        """
        return ()

    def text_passes(self) -> Sequence[TextPass]:
        """Return what to do, in this order, to the text of every public page."""
        return ()

    def rich_text_features(self) -> Sequence[str]:
        """Return the names of the features that every rich text offers too.

        They are registered as Wagtail documents it (``register_rich_text_features``). Asked for
        while models are imported: import none.
        """
        return ()

    def dashboard_panels(self, request: HttpRequest) -> Iterable[DashboardPanel]:
        """Return the panels to show this user on the home of the administration."""
        return ()

    def space_panels(self, request: HttpRequest) -> Iterable[DashboardPanel]:
        """Return the panels of ``/espace/`` for the person who is signed in."""
        return ()

    def news_of(
        self, topics: Sequence[Topic], window: Window, request: HttpRequest
    ) -> Iterable[News]:
        """Return what happened to ``topics``, all of one kind, beside what the site sees itself.

        The site tells of the pages newly published below a followed page, and of those that
        refer to what is followed. ``request`` is of anybody: ask ``visible(request)``, since
        what is returned is sent and fed. A few queries for all the topics together, please.
        """
        return ()

    def export_person(self, user: User) -> Mapping[str, Any]:
        """Return what this plugin keeps about ``user``, by heading; it can be written as JSON.

        The right of access (GDPR, article 15): all of it, in words the person understands.
        """
        return {}

    def erase_person(self, user: User) -> None:
        """Forget what this plugin keeps about ``user``, who asked for it (GDPR, article 17).

        Called in one transaction with the others, before the account itself goes. What was
        published stays, without a name.
        """

    def report_parts(self, page: Page, request: HttpRequest) -> Iterable[ReportPart]:
        """Return what is recorded about ``page`` for a report on it, in the active language.

        Whatever it counts or names is visible to ``request``.
        """
        return ()

    def afterwards_parts(
        self, page: Page, request: HttpRequest, since: date | None = None
    ) -> Iterable[ReportPart]:
        """Return what became of what is recorded about ``page``, in the active language.

        With ``since``, only what was told after that day. Whatever is named is visible to
        ``request``.
        """
        return ()

    def search_synonyms(self, request: HttpRequest) -> Iterable[SearchSynonyms]:
        """Return the words that search takes for one another, in the active language."""
        return ()

    def search_sources(self, request: HttpRequest) -> Iterable[SearchSource]:
        """Return what the search finds beside pages: only what this visitor may know of."""
        return ()

    def search_facets(self, request: HttpRequest) -> Iterable[Filter]:
        """Return the filters on pages to offer beside the results of the search.

        They are those of lists, over pages of every type; one query each to make them, please.
        """
        return ()

    def url_patterns(self) -> Sequence[URLPattern | URLResolver]:
        """Return the public addresses, from the site's root; reversed as ``"<label>:<name>"``."""
        return ()

    def clone_edition(self, old: Page, new: Page, pages: Mapping[int, Page]) -> None:
        """Copy what this plugin keeps about an edition, when the next one is made from it.

        ``new`` is a draft; ``pages`` leads from the key of each page of ``old`` that lives on to
        its new page, the edition itself included. Never copy people's data. Called in the
        transaction that makes everything: an exception undoes it all. Pages made below ``new``,
        and rows that go with its pages, go when the cloning is undone.
        """

    def demo_home(self, demo: DemoLoader) -> Page | None:
        """Return the page that the demonstration's index pages go below, made if need be.

        Asked of every plugin before any ``load_demo``; the root page of the site serves when
        none answers.
        """
        return None

    def load_demo(self, demo: DemoLoader) -> None:
        """Add this plugin's demonstration content; run twice, it must double nothing."""

    def setting(self, name: str, default: Any = None) -> Any:
        """Return the site's setting ``<LABEL>_<NAME>``, or the default when it is not set."""
        return getattr(settings, f"{self.label}_{name}".upper(), default)

    def import_models(self) -> None:
        """Import the plugin's models.

        Raises ImproperlyConfigured naming the plugin when they cannot be imported. Going on
        would not be sound: models defined before the fault are already registered and related,
        ``makemigrations`` would see the others as deleted, and whatever imports the broken
        module later fails in its turn, before any check could tell.
        """
        try:
            super().import_models()
        except Exception as error:
            raise ImproperlyConfigured(
                f"The models of the plugin '{self.label}' cannot be imported "
                f"({type(error).__name__}: {error}). Repair or upgrade it, or leave it out with "
                f"COMMUNITY_PLUGINS_EXCLUDE={self.label}"
            ) from error
