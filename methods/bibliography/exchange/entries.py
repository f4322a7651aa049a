"""What comes out of a file that somebody brings."""

from dataclasses import dataclass, field

from ..items import Item


@dataclass(frozen=True)
class Entry:
    """One reference of a file: the line where it begins, and the CSL item."""

    line: int
    item: Item


@dataclass(frozen=True)
class Problem:
    """What could not be read, at which line, and what to do about it."""

    line: int
    message: str


MOST_PROBLEMS = 50


@dataclass
class Reading:
    """What a file holds: its format, the entries that are sound, what is wrong, remarks.

    Of the problems the first ones are told, with their number in ``faults``.
    """

    format: str
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    faults: int = 0

    def refuse(self, line: int, message: object) -> None:
        """Note that what stands at ``line`` could not be read."""
        self.faults += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(line, str(message)))
