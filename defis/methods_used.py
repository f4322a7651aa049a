"""The methods that a défi used, by Temps."""

from typing import Any

from django.http import HttpRequest

from community.pages import is_visible, rows_of


def methods_by_temps(page: Any, request: HttpRequest) -> list[dict[str, Any]]:
    """Return the visible methods used, grouped by Temps (rows without Temps come last)."""
    rows = rows_of(page, "defi_methods", "method__locale")
    rows = [row for row in rows if is_visible(request, row.method)]
    groups: dict[Any, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.temps, []).append(row)
    order = sorted(groups, key=lambda temps: temps or 9)
    return [{"temps": temps, "rows": groups[temps]} for temps in order]
