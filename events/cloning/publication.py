"""Publishes what is ready of an edition: its page and those of its sites."""

from typing import Any

from django.db import transaction

from events.models import CampusPage, EditionPage

from .preflight import preflight


def ready_pages(edition: EditionPage, user: Any) -> list[EditionPage | CampusPage]:
    """Return the pages that ``user`` may publish, that never were and that lack nothing vital.

    A site shows below its edition only: none is ready before the edition is published or ready.
    """
    first, *sites = preflight(edition)
    if not edition.live and not first.ready:
        return []
    return [
        group.page
        for group in (first, *sites)
        if group.ready
        and not group.page.live
        and group.page.permissions_for_user(user).can_publish()
    ]


@transaction.atomic
def publish_ready(edition: EditionPage, user: Any) -> list[EditionPage | CampusPage]:
    """Publish the latest drafts of what is ready; return these pages.

    Programmes and sessions stay as they are: each site publishes its own.
    """
    pages = ready_pages(edition, user)
    for page in pages:
        page.get_latest_revision().publish(user=user)
    return pages
