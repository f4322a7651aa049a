"""The editions, their sites, their programmes and the webinars, for the demonstration."""

from community.demo.loader import DemoLoader

from .editions import load_editions
from .next_edition import load_next_edition
from .questions import load_questions
from .report import load_report
from .sessions import load_sessions
from .webinars import load_webinars


def load(demo: DemoLoader) -> None:
    """Make the editions, their sites, the programme and the report of 2018, the webinars."""
    load_editions(demo)
    load_sessions(demo)
    load_report(demo)
    load_questions(demo)
    load_webinars(demo)
    load_next_edition(demo)
