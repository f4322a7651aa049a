"""What is deleted of the questions, and when: nothing is kept longer than it serves."""

from datetime import timedelta

from django.utils import timezone

from events.models import PUBLIC_STATES, Question, QuestionSupport

#: Days that what is not public, and what tells one device from another, are kept.
DAYS = 30


def purge(days: int = DAYS) -> dict[str, int]:
    """Delete what is older than ``days``: return how many questions and supports went.

    Questions that were refused or merged so long ago, or never read since; and of all questions
    asked so long ago, the hashes of devices. The counts of what is public stay.
    """
    limit = timezone.now() - timedelta(days=days)
    private = Question.objects.exclude(state__in=PUBLIC_STATES)
    old = private.filter(decided_at__lt=limit) | private.filter(decided_at=None, asked_at__lt=limit)
    questions = len(old.values_list("pk", flat=True))
    old.delete()
    supports, _by_model = QuestionSupport.objects.filter(question__asked_at__lt=limit).delete()
    return {"questions": questions, "supports": supports}
