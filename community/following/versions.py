"""Things that exist in several languages under one key."""

import re
from collections.abc import Collection
from typing import Any
from uuid import UUID

from community.pages import active_language


def uuids(keys: Collection[str]) -> list[UUID]:
    """Return the keys that are UUIDs, passing over all the rest."""
    found = []
    for key in keys:
        # Written as we write it: one thing, one address.
        if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", key):
            found.append(UUID(key))
    return found


def by_key(objects: Any) -> dict[str, list[Any]]:
    """Return the ``objects``, in their order, by the key that their translations share."""
    groups: dict[str, list[Any]] = {}
    for one in objects:
        groups.setdefault(str(one.translation_key), []).append(one)
    return groups


def in_language(versions: list[Any]) -> Any:
    """Return the version in the active language, else the first one."""
    language = active_language()
    return next((one for one in versions if one.locale.language_code == language), versions[0])
