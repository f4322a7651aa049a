"""A fault found in a plugin: its identifier, whose it is, and what to do about it."""

from dataclasses import dataclass

PREFIX = "community.plugins."

IMPORT = PREFIX + "E001"
NOT_A_PLUGIN = PREFIX + "E002"
META = PREFIX + "E003"
INCOMPATIBLE = PREFIX + "E004"
DEPENDENCY_MISSING = PREFIX + "E005"
DEPENDENCY_EXCLUDED = PREFIX + "E006"
DEPENDENCY_LEFT_OUT = PREFIX + "E007"
DEPENDENCY_CIRCLE = PREFIX + "E008"
CLASH = PREFIX + "E009"
IDENTIFIER = PREFIX + "E010"
CONTRIBUTION = PREFIX + "E011"
UNKNOWN_EXCLUDED = PREFIX + "W001"
FOREIGN_FOLDER = PREFIX + "W002"
UNKNOWN_SLOT = PREFIX + "I001"


@dataclass(frozen=True)
class Problem:
    """One fault. ``id``: a system check's identifier. ``plugin``: a label.

    ``message`` says what is wrong and ``hint`` what to do. Both are plain English, as Django's
    own checks are: they are written while the settings load, before translations can.
    """

    id: str
    plugin: str
    message: str
    hint: str


def way_out(label: str) -> str:
    """Return the end of a hint: how to start the site without this plugin."""
    return f"leave it out with COMMUNITY_PLUGINS_EXCLUDE={label}"
