"""What a cloning made, whether it was touched since, and undoing it."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Page, ReferenceIndex

from events.models import (
    CampusCoordination,
    CampusPage,
    EditionCloning,
    EditionPage,
    ProgrammeVersion,
    Room,
    Slot,
)

Snapshot = dict[str, dict[str, Any]]


class CannotUndo(Exception):
    """Something was touched since: ``reasons`` are sentences."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(reasons)
        self.reasons = reasons


def snapshot(edition: EditionPage) -> Snapshot:
    """Return all that stands at ``edition``, by kind and key, with what an edit would change.

    Pages with their latest revision, rooms and slots with their values, the groups of the sites
    with their members. Ready to be kept as JSON.
    """
    pages = dict(edition.get_descendants(inclusive=True).values_list("pk", "latest_revision_id"))
    rooms = Room.objects.filter(campus__in=pages)
    slots = Slot.objects.filter(campus__in=pages)
    return {
        "pages": {str(key): revision for key, revision in pages.items()},
        "rooms": {
            str(room.pk): [room.campus_id, room.name, room.capacity, room.note, room.sort_order]
            for room in rooms
        },
        "slots": {
            str(slot.pk): [
                *(slot.session_id, slot.campus_id, slot.room_id, slot.origin_id),
                *(time and time.isoformat() for time in (slot.start, slot.end)),
            ]
            for slot in slots
        },
        "groups": _groups(list(pages)),
    }


def _groups(pages: list[int]) -> dict[str, list[int]]:
    sites = CampusPage.objects.filter(pk__in=pages).values("translation_key")
    known = CampusCoordination.objects.filter(translation_key__in=sites).select_related("group")
    return {
        str(one.group_id): sorted(one.group.user_set.values_list("pk", flat=True)) for one in known
    }


def reasons_to_stay(cloning: EditionCloning) -> list[str]:
    """Return why ``cloning`` cannot be undone, as sentences; nothing when it can."""
    edition, before = cloning.edition, cloning.made
    now = snapshot(edition)
    pages = Page.objects.in_bulk([int(key) for key in now["pages"]])
    names = {str(key): page.get_admin_display_title() for key, page in pages.items()}
    reasons = []
    for key, revision in now["pages"].items():
        if key not in before["pages"]:
            reasons.append(_("“%(page)s” was added.") % {"page": names[key]})
        elif pages[int(key)].first_published_at is not None:
            reasons.append(_("“%(page)s” was published.") % {"page": names[key]})
        elif before["pages"][key] != revision:
            reasons.append(_("“%(page)s” was edited.") % {"page": names[key]})
    if before["pages"].keys() - now["pages"].keys():
        reasons.append(_("Pages were removed or moved elsewhere."))
    told = {
        "rooms": _("Rooms were added, changed or removed."),
        "slots": _("The programme was changed."),
        "groups": _("Coordinators were added or removed."),
    }
    reasons += [text for kind, text in told.items() if before[kind] != now[kind]]
    if ProgrammeVersion.objects.filter(campus__in=pages).exists():
        reasons.append(_("A programme was published."))
    return [*reasons, *_used_elsewhere(pages)]


def _used_elsewhere(pages: dict[int, Page]) -> list[str]:
    """Other pages may point here by now: a défi to its site, a text to a session."""
    ours = {str(key) for key in pages}
    page_type = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.objects.filter(to_content_type=page_type, to_object_id__in=ours)
    found = references.exclude(base_content_type=page_type, object_id__in=ours)
    used = sorted({int(key) for key in found.values_list("to_object_id", flat=True)})
    twins = Page.objects.filter(
        translation_key__in=[page.translation_key for page in pages.values()], alias_of=None
    ).exclude(pk__in=pages)
    reasons = [_("“%(page)s” is used elsewhere.") % {"page": pages[key]} for key in used]
    return reasons + [_("“%(page)s” was translated.") % {"page": page} for page in twins]


@transaction.atomic
def undo(cloning: EditionCloning, user: Any) -> None:
    """Remove all that ``cloning`` made, and nothing else; raise ``CannotUndo`` when it may not.

    The groups and collections of the sites go with them (``events.coordination.signals``). Whoever
    may make an edition may undo one that nobody has touched.
    """
    edition = cloning.edition
    list(Page.objects.select_for_update().filter(pk=edition.pk).values_list("pk"))
    if reasons := reasons_to_stay(cloning):
        raise CannotUndo(reasons)
    # Pages that merely stand for these in the tree of another language.
    keys = [int(key) for key in cloning.made["pages"]]
    for alias in list(Page.objects.filter(alias_of__in=keys).order_by("path")):
        if Page.objects.filter(pk=alias.pk).exists():
            _delete(alias.specific, user)
    _delete(EditionPage.objects.get(pk=edition.pk), user)


def _delete(page: Page, user: Any) -> None:
    """Wagtail asks a right of its own for what has pages below; all of these are ours."""
    DeletePageAction(page, user=user).execute(skip_permission_checks=True)
