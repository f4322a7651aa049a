"""Who may plan and publish the programme of a site: who may edit and publish its page."""

from typing import Any


def may_plan(user: Any, campus: Any) -> bool:
    """Return whether ``user`` may change the slots and rooms of ``campus``."""
    return campus.permissions_for_user(user).can_edit()


def may_publish(user: Any, campus: Any) -> bool:
    """Return whether ``user`` may publish the programme of ``campus``."""
    return campus.permissions_for_user(user).can_publish()
