"""The editions, their sites and their programmes, for the demonstration."""

from community.demo.loader import DemoLoader

from .editions import load_editions
from .questions import load_questions
from .sessions import load_sessions


def load(demo: DemoLoader) -> None:
    """Make the editions, their sites, and the programme of Rennes in 2018."""
    load_editions(demo)
    load_sessions(demo)
    load_questions(demo)
