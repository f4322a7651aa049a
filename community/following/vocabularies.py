"""Following what pages are about: a theme, a territory."""

import re
from collections.abc import Collection
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from community.models import Territory, Theme
from community.pages import active_language
from community.plugins import Topic

from .references import in_use
from .versions import by_key, in_language, uuids


class ThemeKind:
    """Themes that a visible page has. Addresses may also name them by their short name."""

    name = "theme"
    label = _("Follow this theme")

    def find(self, request: HttpRequest, keys: Collection[str]) -> dict[str, Topic]:
        slugs = [key for key in keys if re.fullmatch(r"[-\w]{1,60}", key)]
        named = Theme.objects.filter(slug__in=slugs, locale__language_code=active_language())
        asked = Q(translation_key__in=uuids(keys))
        asked |= Q(translation_key__in=named.values("translation_key"))
        themes = by_key(Theme.objects.filter(asked).select_related("locale").order_by("pk"))
        targets = {
            key: frozenset(str(theme.pk) for theme in versions) for key, versions in themes.items()
        }
        used = in_use(request, Theme, frozenset().union(*targets.values()))
        noun = str(Theme._meta.verbose_name)
        return {
            key: Topic(
                self.name, key, noun, in_language(versions).name, "", versions[0], targets[key]
            )
            for key, versions in themes.items()
            if targets[key] & used
        }


class TerritoryKind:
    """Territories that a visible page is about, or one that lies in them."""

    name = "territoire"
    label = _("Follow this territory")

    def find(self, request: HttpRequest, keys: Collection[str]) -> dict[str, Topic]:
        known = [int(key) for key in keys if re.fullmatch(r"[1-9][0-9]{0,8}", key)]
        places = Territory.objects.in_bulk(known)
        targets: dict[int, set[str]] = {}
        for place, *above in _territories_in(places):
            for key in {place, *above} & places.keys():
                targets.setdefault(key, set()).add(str(place))
        used = in_use(request, Territory, set().union(*targets.values()))
        noun = str(Territory._meta.verbose_name)
        return {
            str(key): Topic(
                self.name, str(key), noun, place.name, "", place, frozenset(targets[key])
            )
            for key, place in places.items()
            if targets[key] & used
        }


def _territories_in(places: Collection[int]) -> Any:
    """The key of each territory in ``places``, and of those above it: a commune is four deep."""
    inside = Q(pk__in=places) | Q(region__in=places)
    for depth in range(1, 4):
        inside |= Q(**{"__".join(["parent"] * depth) + "__in": places})
    above = ("parent_id", "parent__parent_id", "parent__parent__parent_id", "region_id")
    return Territory.objects.filter(inside).order_by().values_list("pk", *above)
