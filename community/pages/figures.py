"""The figures of a page, those of one measure together, beside what this site records."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from community.models import Figure
from community.plugins import RecordCount, record_counts


@dataclass(frozen=True)
class FigureGroup:
    """What the sources say of one measure, in the editor's order, and what is recorded here."""

    label: str
    figures: list[Figure]
    recorded: RecordCount | None

    @property
    def disputed(self) -> bool:
        """Whether the sources give different values."""
        return len({figure.value for figure in self.figures}) > 1


def figure_groups(page: Any, request: HttpRequest) -> list[FigureGroup]:
    """Return the figures of ``page`` by measure, the first of each measure naming it.

    Plugins are asked what they record only when a figure says what it is compared with.
    """
    groups: dict[str, list[Figure]] = {}
    for figure in page.figures.all():
        groups.setdefault(figure.counted or figure.measure, []).append(figure)
    asked = any(figure.counted for rows in groups.values() for figure in rows)
    counts = record_counts(page, request) if asked else []
    recorded = {count.measure: count for count in counts if count.number}
    return [FigureGroup(rows[0].measure, rows, recorded.get(key)) for key, rows in groups.items()]
