"""The accounts of the demonstration, with passwords made at the first run."""

import secrets
from pathlib import Path

from community.accounts.roles import EDITORS, MODERATORS, PORTEURS, setup_roles
from community.models import User

#: Role, name, address and group of each account; the addresses exist nowhere (RFC 2606). Without
#: a group, a plugin gives the account its own.
ACCOUNTS = (
    ("editor", "Camille", "Rédaction", "redaction@maillage.example", EDITORS),
    ("coordinator", "Dominique", "Coordination", "coordination@maillage.example", MODERATORS),
    ("campus", "Sacha", "Coordination de Rennes", "rennes@maillage.example", ""),
    ("porteur", "Claude", "Porteur", "porteur@maillage.example", PORTEURS),
)


def load_accounts(file: Path) -> dict[str, User]:
    """Return the accounts by role, made when they do not exist.

    The passwords of new accounts are written to ``file``, readable by its owner alone.
    """
    groups = setup_roles()
    users, lines = {}, []
    for role, given, family, address, group in ACCOUNTS:
        user = User.objects.filter(email=address).first()
        if user is None:
            password = secrets.token_urlsafe(15)
            user = User.objects.create_user(address, password, first_name=given, last_name=family)
            if group:
                user.groups.add(groups[group])
            lines.append(f"{role:<12} {address:<32} {password}\n")
        users[role] = user
    if lines:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text("".join(lines), encoding="utf-8")
    return users
