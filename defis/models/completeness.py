"""What a fiche does not say yet. An incomplete fiche is a publishable fiche."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from .defi import DefiPage

#: What readers look for on a fiche, with how to tell that it is there.
PARTS: tuple[tuple[Any, Any], ...] = (
    (_("the site where it was worked on"), lambda defi: defi.campus_id),
    (_("the territory"), lambda defi: defi.territory_rows),
    (_("a summary"), lambda defi: defi.summary),
    (_("the stakes"), lambda defi: defi.stakes),
    (_("the stakeholders"), lambda defi: defi.stakeholders),
    (_("the users"), lambda defi: defi.users),
    (_("the obstacles"), lambda defi: defi.obstacle_rows),
    (_("the levers"), lambda defi: defi.lever_rows),
    (pgettext_lazy("missing", "what the porteur expects"), lambda defi: defi.expectations),
    (_("the working question"), lambda defi: defi.working_question),
    (
        _("what happened during the four Temps"),
        lambda defi: defi.temps_1 or defi.temps_2 or defi.temps_3 or defi.temps_4,
    ),
    (_("the next steps"), lambda defi: defi.next_steps),
)


def missing_parts(defi: "DefiPage") -> list[Any]:
    """Return the labels of the parts that ``defi`` does not give."""
    return [label for label, given in PARTS if not given(defi)]


def completeness(defi: "DefiPage") -> int:
    """Return how much of the fiche is there, in percent."""
    return round(100 * (len(PARTS) - len(missing_parts(defi))) / len(PARTS))
