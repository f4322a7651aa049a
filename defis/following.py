"""What is new about défis for those who follow one, a site or a territory: their follow-ups.

The défis themselves, the prototypes and what else refers to a défi come from the site.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from community.following.news import newly_published
from community.pages import visible
from community.plugins import News, Topic, Window

from .models import DefiPage, FollowUpPage
from .models.state import State

#: How a défi is tied to what is followed.
TIES = {"site": "campus_id", "territoire": "territories__territory_id"}


def news_of(topics: Sequence[Topic], window: Window, request: HttpRequest) -> Iterable[News]:
    """Return the follow-ups newly published of these défis, or of those of these places."""
    kind = topics[0].kind
    if kind == DefiPage.followed_as:
        above: Any = {path for topic in topics for path in topic.paths}
        tied = Q(path__in=above)
    elif kind in TIES:
        keys = {int(target) for topic in topics for target in topic.targets}
        tied = Q(**{f"{TIES[kind]}__in": keys})
    else:
        return
    defis = visible(request, DefiPage, language="all").filter(tied)
    pages = visible(request, FollowUpPage, language="all").below_paths(defis.values("path"))
    published = newly_published(request, pages, window)
    if not published:
        return
    paths = {page.defi_path for one in published for page in one.versions}
    titles, about = _ties(defis.filter(path__in=paths), kind)
    before = _states_before(request, paths)
    by_target: dict[str, list[Topic]] = {}
    for topic in topics:
        for target in topic.paths if kind == DefiPage.followed_as else topic.targets:
            by_target.setdefault(target, []).append(topic)
    for one in published:
        page: Any = one.page
        above = {version.defi_path for version in one.versions} & titles.keys()
        targets = {target for path in above for target in about[path]}
        said = _state(page, before.get(page.pk, ""))
        title = titles.get(page.defi_path, "")
        lines = [title if kind != DefiPage.followed_as else "", said, page.summary]
        text = "\n".join(line for line in lines if line)
        noun, url = str(FollowUpPage._meta.verbose_name), page.get_url(request) or ""
        for name in {topic.name for target in targets for topic in by_target.get(target, ())}:
            yield News(name, one.identity, noun, page.title, url, one.at, text)


def _ties(defis: Any, kind: str) -> tuple[dict[str, str], dict[str, set[str]]]:
    """The title of each défi by its path, and the targets that it is tied to."""
    titles: dict[str, str] = {}
    about: dict[str, set[str]] = {}
    for path, title, target in defis.values_list("path", "title", TIES.get(kind, "path")):
        titles[path] = title
        about.setdefault(path, set()).add(str(target))
    return titles, about


def _states_before(request: HttpRequest, paths: Iterable[str]) -> dict[int, str]:
    """For each visible follow-up of these défis, the state that the one before it told."""
    told = visible(request, FollowUpPage, language="all").below_paths(paths)
    rows = told.order_by("path_above", "date", "pk")
    first = DefiPage.objects.filter(path__in=paths).values_list("path", "initial_state")
    latest = dict(first)
    before = {}
    for path, key, state in rows.values_list("path_above", "pk", "state"):
        before[key] = latest.get(path, "")
        latest[path] = state
    return before


def _state(page: FollowUpPage, before: str) -> str:
    said = {"state": State(page.state).label}
    if before and before != page.state:
        said["before"] = State(before).label
        return _("State: %(state)s (before: %(before)s).") % said
    return _("State: %(state)s.") % said
