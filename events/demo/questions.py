"""The questions of a plenary, for the demonstration. Nobody asked them, and they say so."""

import uuid

from django.utils import timezone

from community.demo.loader import DemoLoader
from events.models import CampusPage, EditionPage, Question, QuestionState, SessionPage

from .sessions import NAMESPACE


def load_questions(demo: DemoLoader) -> None:
    """Make the questions that were not made before, all answered."""
    for number, row in enumerate(demo.data("events/sessions")["question"]):
        edition = EditionPage.objects.descendant_of(demo.home).get(slug=row["edition"])
        session = SessionPage.objects.descendant_of(edition).get(slug=row["session"])
        campus = CampusPage.objects.child_of(edition).filter(slug=row.get("campus")).first()
        Question.objects.get_or_create(
            key=uuid.uuid5(NAMESPACE, f"question/{number}"),
            defaults={
                "session": session,
                "campus": campus,
                "text": row["text"],
                "answer": row["answer"],
                "supports": row["supports"],
                "state": QuestionState.ANSWERED,
                "decided_at": timezone.now(),
            },
        )
