"""What the editions keep about a person. Nothing of it outlives the account: keys become empty."""

from typing import Any

from django.utils.translation import gettext as _

from community.models import User

from .models import CampusCoordination, EditionCloning, ProgrammeVersion


def traces_of(user: User) -> dict[str, Any]:
    """Return the sites that ``user`` coordinates, and the programmes and editions they made."""
    groups = user.groups.all()
    coordinated = CampusCoordination.objects.filter(group__in=groups).select_related("group")
    published = ProgrammeVersion.objects.filter(published_by=user).values(
        "campus__title", "number", "published_at", "note"
    )
    cloned = EditionCloning.objects.filter(made_by=user).values("edition__title", "made_at")
    found = {
        _("Sites coordinated"): [each.group.name for each in coordinated],
        _("Programmes published"): list(published),
        _("Editions made from others"): list(cloned),
    }
    return {heading: rows for heading, rows in found.items() if rows}
