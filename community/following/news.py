"""What happened to followed things, for anybody to read: a few queries for all of them together.

Only what was published for the first time counts: an old page that is put right is no news.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.query import PageQuerySet

from community.pages import CommunityPage, IndexPage, active_language, of_anybody, visible
from community.plugins import News, Topic, Window, news_of
from community.search.pages import summaries_of

from .references import PATH_ABOVE, references, referring_keys

Name = tuple[str, str]


@dataclass(frozen=True)
class Published:
    """A page in the active language, or as it is, and when it first was there in any."""

    page: Page
    at: datetime
    versions: list[Page]

    @property
    def identity(self) -> str:
        """What names this publication for ever."""
        return self.page.translation_key.urn


def read_news(
    request: HttpRequest, topics: Collection[Topic], window: Window
) -> dict[Name, list[News]]:
    """Return the news of each topic, newest first, as anybody would read them."""
    request = of_anybody(request)
    found: dict[Name, dict[str, News]] = {topic.name: {} for topic in topics}
    for _kind, group in groupby(sorted(topics, key=lambda one: one.kind), lambda one: one.kind):
        alike = list(group)
        for news in [*_pages_about(request, alike, window), *news_of(alike, window, request)]:
            if news.topic in found and window.holds(news.at):
                found[news.topic][news.identity] = news
    return {
        name: sorted(told.values(), key=lambda news: news.at, reverse=True)[: window.most]
        for name, told in found.items()
    }


def newly_published(request: HttpRequest, pages: PageQuerySet, window: Window) -> list[Published]:
    """Return those of ``pages`` first published in ``window``, all languages of one together.

    ``pages`` comes from ``visible(request, language="all")``. The translation of a page that was
    there before is not new. One query.
    """
    recent = pages.filter(first_published_at__lte=window.until)
    if window.since is not None:
        recent = recent.filter(first_published_at__gt=window.since)
    if window.most is not None:
        recent = recent.order_by("-first_published_at", "-pk")[: window.most]
    versions = visible(request, pages.model, language="all").filter(
        translation_key__in=recent.values("translation_key"), first_published_at__isnull=False
    )
    groups: dict[Any, list[Page]] = {}
    for page in versions.select_related("locale").order_by("first_published_at", "pk"):
        groups.setdefault(page.translation_key, []).append(page)
    language = active_language()
    found = []
    for group in groups.values():
        mine = (page for page in group if page.locale.language_code == language)
        found.append(Published(next(mine, group[0]), group[0].first_published_at, group))
    return [one for one in found if window.holds(one.at)]


def _pages_about(request: HttpRequest, topics: list[Topic], window: Window) -> list[News]:
    """The pages, whatever their types, below these topics or that refer to them."""
    targets: dict[str, list[Topic]] = {}
    paths: dict[str, Topic] = {}
    for topic in topics:
        paths |= dict.fromkeys(topic.paths, topic)
        for target in topic.targets:
            targets.setdefault(target, []).append(topic)
    source = topics[0].source
    found = references(Page if isinstance(source, Page) else type(source), targets)
    near = Q(pk__in=referring_keys(found))
    pages = visible(request, language="all")
    if paths:
        pages = pages.annotate(path_above=PATH_ABOVE)
        near |= Q(path_above__in=paths)
    published = [one for one in newly_published(request, pages.filter(near), window) if _told(one)]
    if not published:
        return []
    keys = [str(page.pk) for one in published for page in one.versions]
    about: dict[str, set[str]] = {}
    for target, key in found.filter(object_id__in=keys).values_list("to_object_id", "object_id"):
        about.setdefault(key, set()).add(target)
    summaries = summaries_of([one.page for one in published])
    news = []
    for one in published:
        concerned: dict[Name, Topic] = {}
        for page in one.versions:
            above = paths.get(page.path[: -page.steplen])
            tied = [each for target in about.get(str(page.pk), ()) for each in targets[target]]
            for topic in [*tied, *([above] if above else [])]:
                # A page above that links to the topic, or the topic itself, is no news of it.
                if not any(path.startswith(page.path) for path in topic.paths):
                    concerned[topic.name] = topic
        noun = str(one.page.specific_class._meta.verbose_name)
        url, text = one.page.get_url(request) or "", summaries.get(one.page.pk, "")
        news += [
            News(name, one.identity, noun, one.page.title, url, one.at, text) for name in concerned
        ]
    return news


def _told(one: Published) -> bool:
    """Lists and frames of the site tell nothing by themselves."""
    model = one.page.specific_class
    return (
        model is not None and issubclass(model, CommunityPage) and not issubclass(model, IndexPage)
    )
