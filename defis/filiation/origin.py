"""What may be taken up, and how it is credited."""

from typing import Any

from django.http import HttpRequest

from community.pages import visible, visible_or_none

from ..models import DefiPage, PrototypePage


def may_be_taken_up(page: Any) -> bool:
    """Return whether others may take ``page`` up: any prototype, a défi whose porteur agrees."""
    return isinstance(page, PrototypePage) or (isinstance(page, DefiPage) and page.may_be_reused)


def origin_at(request: HttpRequest, key: int) -> DefiPage | PrototypePage | None:
    """Return the visible prototype or défi of primary key ``key`` that may be taken up."""
    for model in (PrototypePage, DefiPage):
        found = visible(request, model).filter(pk=key)
        page = found.select_related("locale", "edition", "campus").first()
        if page is not None:
            return page if may_be_taken_up(page) else None
    return None


def credit_of(origin: DefiPage | PrototypePage, request: HttpRequest) -> str:
    """Return the title to credit: the origin's, with the edition and the site it comes from."""
    campus = visible_or_none(request, origin.campus)
    edition = visible_or_none(request, origin.edition)
    place = " ".join(
        str(part) for part in (campus and campus.title, edition and edition.year) if part
    )
    title = origin.choice_label
    room = 255 - len(place) - 3
    title = title if len(title) <= room else f"{title[: room - 1]}…"
    return f"{title} ({place})" if place else title
