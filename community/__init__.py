"""The ground floor: what every plugin stands on. It knows no plugin by name."""

__version__ = "1.0.0"
