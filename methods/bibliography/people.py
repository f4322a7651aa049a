"""Names as one line of text, as software that collects references reads them."""

from typing import Any

from .items import Item


def people(item: Item, *roles: str) -> list[dict[str, str]]:
    """Return the names of an item in these roles, those that are sound."""
    found = []
    for role in roles:
        names = item.get(role)
        for name in names if isinstance(names, list) else ():
            if isinstance(name, dict) and (name.get("family") or name.get("literal")):
                found.append({part: str(text) for part, text in name.items()})
    return found


def inverted(name: dict[str, str]) -> str:
    """Return “Gaulle, Charles de” style: family name, comma, given names.

    An organisation ends with a comma, by which Zotero knows that it is one name and not two.
    """
    if name.get("literal"):
        return f"{name['literal']},"
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"))))
    suffix = f" {name['suffix']}" if name.get("suffix") else ""
    return f"{family}{suffix}, {given}" if given else f"{family}{suffix},"


def pages_of(item: Item) -> tuple[str, str]:
    """Return the first and the last page, empty when the item tells none."""
    first, _dash, last = str(item.get("page") or "").replace("–", "-").partition("-")
    return first.strip(), last.strip(" -")


def date_parts(value: Any) -> list[int]:
    """Return the year, month and day of a CSL date, as many as it tells."""
    try:
        return [int(str(part)) for part in value["date-parts"][0]][:3]
    except (KeyError, IndexError, TypeError, ValueError):
        return []
