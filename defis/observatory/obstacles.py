"""Which obstacles come back, and how many défis lifted them."""

from collections import defaultdict
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from community.pages import active_language, visible
from community.pages.sorting import sort_key

from ..models import Factor, FactorPage, FollowUpObstacle, Obstacle
from .reading import Reading
from .tables import Column, Line, Table, used

OTHERS = "autres"


def obstacles(reading: Reading) -> Table:
    """How many défis met each obstacle of the list, and how many lifted it."""
    pages = _pages(reading)
    lifted = _lifted(reading, set(pages))
    by_obstacle: dict[object, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for (defi, key), done in lifted.items():
        by_obstacle[key]["leve" if done else "present"].append(defi)
    lines = [
        Line(page.slug, page.title, dict(by_obstacle[key]), url=page.get_url(reading.request))
        for key, page in pages.items()
        if key in by_obstacle
    ]
    lines.sort(key=lambda line: (-len(line.behind()), sort_key(line.label, active_language())))
    if others := by_obstacle.get(None):
        lines.append(Line(OTHERS, _("Others, in free words"), dict(others)))
    columns = [
        Column("leve", _("Lifted"), "is-after", "plain"),
        Column("present", _("Not lifted, or not known"), "is-during", "slash"),
    ]
    return Table(
        "obstacles",
        _("The obstacles that come back"),
        _("Obstacle"),
        used(columns, lines),
        lines,
        [
            _(
                "Each défi counts once per obstacle, whether its fiche or a follow-up names it. "
                "It is “lifted” when the latest follow-up that tells of it says so."
            ),
            ngettext(
                "%(number)s défi counted here names no obstacle.",
                "%(number)s défis counted here name no obstacle.",
                silent := len(reading.fates) - len({defi for defi, _key in lifted}),
            )
            % {"number": silent},
        ],
        share=(_("Share lifted"), ("leve",)),
    )


def _pages(reading: Reading) -> dict[object, FactorPage]:
    """The visible obstacles of the list, by what is the same in every language."""
    pages = visible(reading.request, FactorPage).filter(kind=Factor.OBSTACLE)
    return {page.translation_key: page for page in pages.defer_streamfields()}


def _lifted(reading: Reading, known: set[object]) -> dict[tuple[int, object], bool]:
    """Whether each (défi, obstacle) is lifted; the obstacle is ``None`` in free words."""
    found: dict[tuple[int, object], bool] = {}
    mine = {fate.pk for fate in reading.fates}
    rows = Obstacle.objects.values_list("page_id", "factor__translation_key")
    for defi, key in rows:
        if defi in mine:
            found[defi, key if key in known else None] = False
    owners = reading.owners
    latest: dict[tuple[int, object], date] = {}
    told = FollowUpObstacle.objects.order_by("page__date").values_list(
        "page_id", "page__date", "factor__translation_key", "lifted"
    )
    for page, day, key, done in told:
        if owner := owners.get(page):
            about = (owner.pk, key if key in known else None)
            # What one day says of one obstacle more than once is lifted as soon as once says so.
            found[about] = done or (latest.get(about) == day and found[about])
            latest[about] = day
    return found
