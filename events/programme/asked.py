"""What the address of a programme asks for. Whatever is not known is as if it were not there."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from events.models import SessionType

BY_DAY, BY_ROOM, BY_TYPE = "jour", "salle", "type"
VIEWS = (BY_DAY, BY_ROOM, BY_TYPE)
MAX_KEYS = 200


@dataclass(frozen=True)
class Asked:
    """The choices of the reader: public, so that an address says them all.

    ``day`` and ``site`` are as they came: whoever knows the days and the sites compares them.
    ``keys`` name chosen sessions; ``None`` when none were asked for.
    """

    view: str = BY_DAY
    day: str = ""
    session_type: str = ""
    site: str = ""
    keys: frozenset[UUID] | None = None

    @classmethod
    def of(cls, query: QueryDict) -> "Asked":
        """Read a query string; junk in it is left out."""
        view = query.get("vue", "")
        kind = query.get("type", "")
        keys = [_uuid(value) for value in query.getlist("cle")[:MAX_KEYS]]
        known = frozenset(key for key in keys if key)
        return cls(
            view=view if view in VIEWS else BY_DAY,
            day=query.get("jour", ""),
            session_type=kind if kind in SessionType.values else "",
            site=query.get("site", ""),
            keys=known or None,
        )

    @property
    def filtered(self) -> bool:
        """Whether some sessions are left out, apart from those of other days and sites."""
        return bool(self.session_type or self.keys)

    def query(self, **changes: str) -> str:
        """Return ``"?…"`` for these choices with some changed; nothing for none at all."""
        pairs = {
            "vue": self.view,
            "jour": self.day,
            "type": self.session_type,
            "site": self.site,
            **changes,
        }
        if pairs["vue"] == BY_DAY:
            pairs["vue"] = ""
        chosen = [(name, value) for name, value in pairs.items() if value]
        chosen += [("cle", str(key)) for key in sorted(self.keys or ())]
        return f"?{urlencode(chosen)}" if chosen else ""


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value) if len(value) == 36 else None
    except ValueError:
        return None
