"""How many défis somebody told of after their edition, and lately."""

from collections import defaultdict
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from .reading import Reading
from .states import by_edition, edition_line
from .tables import Column, Table

LATELY = timedelta(days=365)


def answers(reading: Reading) -> Table:
    """How many défis have a follow-up since their edition, and within the last year."""
    year_ago = timezone.localdate() - LATELY
    lines = []
    for edition, fates in by_edition(reading):
        cells: dict[str, list[int]] = defaultdict(list)
        for fate in fates:
            since = fate.told_since(edition.ended_on if edition else None)
            lately = any(told.day >= year_ago for told in since)
            cells["annee" if lately else "avant" if since else "rien"].append(fate.pk)
        lines.append(edition_line(edition, dict(cells)))
    columns = [
        Column("annee", _("Told of within the last 12 months"), "is-after", "plain"),
        Column("avant", _("Told of since the event, not lately"), "is-after", "dots"),
        Column("rien", _("Nothing told since the event"), "is-still", "empty"),
    ]
    return Table(
        "suivis",
        _("What was told since the event"),
        _("Edition"),
        columns,
        lines,
        [
            _(
                "A follow-up counts when everybody may read it and it is dated after the last day "
                "of the edition; where that day is not known, every follow-up counts. What a team "
                "keeps to itself is not counted."
            )
        ],
        share=(_("Share told of"), ("annee", "avant")),
    )
