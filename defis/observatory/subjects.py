"""The pages of the observatory, each with its tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import answers, delays, groups, obstacles, states
from .reading import Reading
from .tables import Table

Make = Callable[[Reading], Table]


@dataclass(frozen=True)
class Subject:
    """A page of the observatory: what stands in its address, its name, its tables by name."""

    slug: str
    label: Any
    tables: Sequence[tuple[str, Make]]


SUBJECTS = (
    Subject(
        "",
        pgettext_lazy("observatory", "States"),
        (("etats", states.today),),
    ),
    Subject(
        "evolution",
        pgettext_lazy("observatory", "As time goes by"),
        (("evolution", states.over_time),),
    ),
    Subject("themes", _("Themes"), (("themes", groups.by_theme),)),
    Subject("regions", _("Regions"), (("regions", groups.by_region),)),
    Subject("porteurs", _("Porteurs"), (("porteurs", groups.by_porteur),)),
    Subject("delais", pgettext_lazy("observatory", "Delays"), (("delais", delays.delays),)),
    Subject("obstacles", _("Obstacles"), (("obstacles", obstacles.obstacles),)),
    Subject("suivis", _("Follow-ups"), (("suivis", answers.answers),)),
)
TABLES: dict[str, Make] = {name: make for each in SUBJECTS for name, make in each.tables}


def subject_called(slug: str) -> Subject | None:
    """Return the subject at this address, if there is one."""
    return next((subject for subject in SUBJECTS if subject.slug == slug), None)
