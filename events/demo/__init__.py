"""The editions, their sites and their programmes, for the demonstration."""

from community.demo.loader import DemoLoader

from .editions import load_editions
from .questions import load_questions
from .report import load_report
from .sessions import load_sessions


def load(demo: DemoLoader) -> None:
    """Make the editions, their sites, the programme and the report of 2018."""
    load_editions(demo)
    load_sessions(demo)
    load_report(demo)
    load_questions(demo)
