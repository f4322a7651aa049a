"""BibTeX, RIS and CSL-JSON: read with errors by line, written so that nothing is lost.

What a format says and CSL has no variable for is kept under ``custom``, which CSL-JSON foresees
for that, and is written again when the same format is asked for.
"""

from .entries import Entry, Problem, Reading
from .reading import read
from .writing import FORMATS, write

__all__ = ["FORMATS", "Entry", "Problem", "Reading", "read", "write"]
