"""The address of the list behind each number of the observatory."""

from dataclasses import dataclass
from urllib.parse import urlencode

from .reading import Reading
from .tables import Column, Line, Table

#: What stands in the address of a list: its edition, its table, its line, its column.
EDITION, TABLE, LINE, COLUMN = "edition", "tableau", "ligne", "colonne"


@dataclass(frozen=True)
class Links:
    """The addresses of one reading: ``index`` is the one of the list of défis."""

    index: str
    reading: Reading

    @property
    def observatory(self) -> str:
        """The address of the observatory."""
        return f"{self.index}observatoire/"

    @property
    def of_edition(self) -> dict[str, str]:
        """What keeps the edition chosen, for the query string."""
        return {EDITION: self.reading.edition.slug} if self.reading.edition else {}

    def subject(self, slug: str) -> str:
        """The address of a page of the observatory, with the edition chosen."""
        path = f"{slug}/" if slug else ""
        return f"{self.observatory}{path}{_query(self.of_edition)}"

    def sheet(self, table: Table) -> str:
        """The address of the CSV of a table."""
        return f"{self.observatory}{table.name}.csv{_query(self.of_edition)}"

    def behind(self, table: Table, line: Line, column: Column | None = None) -> str:
        """The address of the défis of one cell; of the whole line without ``column``.

        The list of défis serves when it has filters for it, else a list of the observatory.
        """
        facets = {} if column is None else column.facets
        if line.facets is not None and facets is not None:
            return f"{self.index}{_query({**line.facets, **facets})}"
        asked = {**self.of_edition, TABLE: table.name, LINE: line.key}
        if column is not None:
            asked[COLUMN] = column.key
        return f"{self.observatory}defis/{_query(asked)}"


def _query(asked: dict[str, str]) -> str:
    return f"?{urlencode(asked)}" if asked else ""
