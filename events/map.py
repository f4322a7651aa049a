"""The map of the sites of an edition."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from community.maps import Drawing, Place, draw


def map_of(campuses: Iterable[Any], request: HttpRequest) -> Drawing | None:
    """Return the map of the sites whose place has coordinates; ``None`` without any."""
    return draw(
        Place(
            # The title may say more than a mark has room for.
            campus.territory.name if campus.territory else campus.title,
            campus.get_url(request) or "",
            campus.territory.latitude if campus.territory else None,
            campus.territory.longitude if campus.territory else None,
        )
        for campus in campuses
    )
