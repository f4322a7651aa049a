"""The life of a défi, from the call to what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from community.models import Phase


class State(models.TextChoices):
    """The states of a défi. "Stopped" is honourable: it tells what was learnt."""

    PROPOSED = "proposed", _("Proposed")
    SELECTED = "selected", _("Selected")
    PREPARING = "preparing", _("In preparation")
    AT_UNIVERSITY = "at_university", _("At the university")
    PROTOTYPED = "prototyped", _("Prototyped")
    TESTING = "testing", _("Being tested")
    DEPLOYED = "deployed", _("Deployed")
    SPREAD = "spread", _("Taken up elsewhere")
    PAUSED = "paused", _("On hold")
    STOPPED = "stopped", _("Stopped")

    @property
    def phase(self) -> Phase:
        """The phase whose colour the state takes."""
        if self in (State.PROPOSED, State.SELECTED, State.PREPARING):
            return Phase.BEFORE
        if self in (State.AT_UNIVERSITY, State.PROTOTYPED):
            return Phase.DURING
        return Phase.AFTER
