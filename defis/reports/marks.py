"""The mark that a form carries: whose draft it is, and which.

It is signed and holds a key that nobody can guess, so that it also stands for Django's token
against forged requests. Unlike that token it outlives the session: what somebody goes on typing
after their session has ended can still be kept, for them to find once they sign in again.
"""

import uuid
from dataclasses import dataclass

from django.core import signing

_SALT = "defis.reports.marks"


@dataclass(frozen=True)
class Mark:
    """Whose draft (a key of ``Membership``), its key, and the follow-up that it answers for."""

    membership: int
    key: uuid.UUID
    returned: int | None = None

    def __str__(self) -> str:
        return signing.dumps([self.membership, self.key.hex, self.returned], salt=_SALT)


def read_mark(text: str) -> Mark | None:
    """Return the mark that ``text`` is, ``None`` for anything that was not made here."""
    try:
        membership, key, returned = signing.loads(text, salt=_SALT)
        return Mark(membership, uuid.UUID(key), returned)
    except (signing.BadSignature, ValueError, TypeError):
        return None
