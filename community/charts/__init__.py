"""Charts drawn on the server: a drawing, and the table of its data."""

from .bars import BarChart, Row

__all__ = ["BarChart", "Row"]
