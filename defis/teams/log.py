"""What was changed in a team, by whom: Wagtail's own log, read in the history of the défi."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log
from wagtail.models import PageLogEntry

from community.models import User

from ..models import DefiPage, Membership, Team

PREFIX = "defis.team."

#: What each change is called in a list of actions, and the sentence that tells of one.
CHANGES = {
    "invite": (gettext_lazy("Invite into a team"), gettext_lazy("%(who)s invited: %(role)s")),
    "role": (gettext_lazy("Change a role"), gettext_lazy("%(who)s is now: %(role)s")),
    "hand_over": (gettext_lazy("Hand over a défi"), gettext_lazy("Handed over to %(who)s")),
    "remove": (gettext_lazy("Remove from a team"), gettext_lazy("%(who)s removed from the team")),
    "leave": (gettext_lazy("Leave a team"), gettext_lazy("%(who)s left the team")),
    "decline": (gettext_lazy("Decline an invitation"), gettext_lazy("%(who)s declined")),
    "link": (gettext_lazy("Send a link"), gettext_lazy("Link to report sent to %(who)s")),
    "trust": (gettext_lazy("Trust a team"), gettext_lazy("The team may publish at once")),
    "distrust": (gettext_lazy("Read a team before"), gettext_lazy("A moderator reads before")),
}


def note(team: Team, what: str, by: Any, about: Any = None, role: str = "") -> None:
    """Write down that ``by`` did ``what`` (a key of ``CHANGES``) to the account ``about``.

    The key of the account is kept, not its name, which goes with the account.
    """
    data = {"member": about.pk if about else None, "role": str(role)}
    log(instance=team.defi, action=f"{PREFIX}{what}", user=by, data=data)


def changes(defi: DefiPage, last: int = 20) -> QuerySet[PageLogEntry]:
    """Return the last changes of the team of ``defi``, the newest first."""
    versions = DefiPage.objects.filter(translation_key=defi.translation_key)
    entries = PageLogEntry.objects.filter(page__in=versions, action__startswith=PREFIX)
    return entries.select_related("user").order_by("-timestamp", "-pk")[:last]


def register(actions: Any) -> None:
    """Teach Wagtail's log to tell of these changes."""
    for what, (label, sentence) in CHANGES.items():
        actions.register_action(f"{PREFIX}{what}")(
            type("TeamFormatter", (_Formatter,), {"label": label, "sentence": sentence})
        )


class _Formatter(LogFormatter):
    sentence: Any = ""

    def format_message(self, log_entry: PageLogEntry) -> str:
        user = User.objects.filter(pk=log_entry.data.get("member")).first()
        role = log_entry.data.get("role", "")
        roles = dict(Membership.Role.choices)
        who = str(user) if user else _("a former account")
        return str(self.sentence) % {"who": who, "role": roles.get(role, role)}
