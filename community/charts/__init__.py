"""Charts drawn on the server: a drawing, and the table of its data."""

from .bars import BarChart, Row
from .stacked import Part, Series, StackedChart, StackedRow

__all__ = ["BarChart", "Part", "Row", "Series", "StackedChart", "StackedRow"]
