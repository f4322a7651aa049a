"""What is recorded of the sites of an edition, read once for all of them."""

from community.models import User
from events.models import (
    CampusCoordination,
    EditionPage,
    ProgrammeVersion,
    Room,
    SessionPage,
    SessionStatus,
    Slot,
)
from events.programme.source import campuses_of
from events.programme.working import draft_of, working_entries


class Facts:
    """By the key of the site; ``sessions`` by that of the slot, ``coordinated`` by translation."""

    def __init__(self, edition: EditionPage) -> None:
        sites = list(campuses_of(edition))
        self.sessions = {entry.key: entry.session.pk for entry in working_entries(edition)}
        self.with_rooms = set(
            Room.objects.filter(campus__in=sites).values_list("campus", flat=True)
        )
        self.with_slots = set(
            Slot.objects.filter(campus__in=sites).values_list("campus", flat=True)
        )
        self.published = set(
            ProgrammeVersion.objects.filter(campus__in=sites).values_list("campus", flat=True)
        )
        groups = CampusCoordination.objects.filter(
            group__in=User.objects.filter(is_active=True).values("groups")
        )
        self.coordinated = set(groups.values_list("translation_key", flat=True))
        paths = {site.path: site.pk for site in sites}
        self.unsure: dict[int, int] = {}
        drafts = SessionPage.objects.descendant_of(edition).select_related("latest_revision")
        for session in drafts.defer("body", "aftermath"):
            site = paths.get(session.path[: -SessionPage.steplen], edition.pk)
            if draft_of(session)["status"] == SessionStatus.DRAFT:
                self.unsure[site] = self.unsure.get(site, 0) + 1
