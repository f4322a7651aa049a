"""What a défi became: its follow-ups as a dated story, its steps and their fate."""

from .moment import Moment, moment_of
from .story import Story, story_of

__all__ = [
    "Moment",
    "Story",
    "moment_of",
    "story_of",
]
