"""What moderators decide of the questions that were asked. No HTTP here."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import (
    LONGEST_ANSWER,
    ClosedWall,
    Question,
    QuestionState,
    QuestionSupport,
    SessionPage,
)

#: What another question may be merged into.
KEPT = (QuestionState.WAITING, QuestionState.ACCEPTED, QuestionState.ANSWERED)


def accept(question: Question) -> None:
    """Let everybody read the question."""
    _decide(question, QuestionState.ACCEPTED, answer="")


def refuse(question: Question) -> None:
    """Keep the question from everybody; it is deleted after a while, see ``purging``."""
    _decide(question, QuestionState.REFUSED)


def put_back(question: Question) -> None:
    """Let the question wait again, whatever was decided of it."""
    _decide(question, QuestionState.WAITING)


def answer(question: Question, text: str) -> None:
    """Say that the question was answered, with a few words or none.

    Raises ``ValidationError`` for words that are too long or that no database keeps.
    """
    words = text.replace("\r\n", "\n").strip()
    if len(words) > LONGEST_ANSWER or "\0" in words:
        raise ValidationError(_("An answer has 1,000 characters at most."))
    _decide(question, QuestionState.ANSWERED, answer=words)


@transaction.atomic
def merge(question: Question, target: Question) -> None:
    """Merge ``question`` into ``target``: whoever supported either supports the latter, once.

    The question keeps its own supports, should it be put back. Raises ``ValidationError`` when
    the target is the question itself, of another session, refused, or merged into a third one.
    """
    pair = Question.objects.select_for_update().filter(pk__in=(question.pk, target.pk))
    found = {each.pk: each for each in pair.order_by("pk")}
    aim = found.get(target.pk)
    alike = aim is not None and aim.session_id == question.session_id
    if not alike or aim.pk == question.pk or aim.state not in KEPT:
        raise ValidationError(_("These two questions cannot be merged."))
    # Those merged into it before brought their supports to it: they come with it.
    moved = Question.objects.filter(Q(pk=question.pk) | Q(merged_into=question))
    moved.update(state=QuestionState.MERGED, merged_into=aim, decided_at=timezone.now())
    known = QuestionSupport.objects.filter(question=aim).values("device")
    new = QuestionSupport.objects.filter(question=question).exclude(device__in=known)
    rows = [QuestionSupport(question=aim, device=row.device) for row in new]
    QuestionSupport.objects.bulk_create(rows)
    Question.objects.filter(pk=aim.pk).update(supports=F("supports") + len(rows))


def set_closed(session: SessionPage, closed: bool) -> None:
    """Close the questions of ``session`` (its page in the source language), or open them again."""
    if closed:
        ClosedWall.objects.get_or_create(session=session)
    else:
        ClosedWall.objects.filter(session=session).delete()


def _decide(question: Question, state: str, **values: str) -> None:
    values = {"state": state, "merged_into": None, "decided_at": timezone.now(), **values}
    Question.objects.filter(pk=question.pk).update(**values)
