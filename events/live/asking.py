"""The form of a question: what is asked, from which site if one likes, and nothing of the asker."""

import uuid
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from community.security.forms import GuardedForm
from community.security.guard import Guard
from events.models import (
    LONGEST_QUESTION,
    CampusPage,
    Question,
    QuestionState,
    SessionPage,
)
from events.programme.source import source_of

from .wall import questions_of

#: A whole auditorium may sit behind one address.
guard = Guard("events.questions", limit=120)
#: Nobody reads more; beyond, people are asked to come back in a while.
MOST_WAITING = 300


class AskForm(GuardedForm):
    """One field is mandatory.

    ``key`` names the question for ever: the same one sent twice is kept once.
    """

    guard = guard

    text = forms.CharField(
        label=_("Your question"),
        # Not max_length: browsers would cut off what is pasted without a word.
        validators=[MaxLengthValidator(LONGEST_QUESTION)],
        widget=forms.Textarea({"rows": 4, "data-longest": LONGEST_QUESTION}),
        help_text=_("500 characters at most. Do not name anybody."),
        error_messages={"required": _("Write your question.")},
    )
    campus = forms.ChoiceField(label=_("The site you are at"), required=False)
    key = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, page: SessionPage, request: HttpRequest) -> None:
        super().__init__(data, page.pk, initial={"key": uuid.uuid4()})
        self.page = page
        self.sites = {str(each.campus.pk): each.campus for each in page.entries(request)}
        names = [(key, campus.title) for key, campus in self.sites.items()]
        self.fields["campus"].choices = [("", _("Online, or rather not say")), *names]
        if len(names) < 2:
            del self.fields["campus"]

    def clean_key(self) -> uuid.UUID:
        return read_key(self.cleaned_data["key"]) or uuid.uuid4()

    def save(self) -> Question:
        """Keep the question for the moderators to read; the same key is kept once."""
        campus = self.sites.get(self.cleaned_data.get("campus") or "")
        question, _made = Question.objects.get_or_create(
            key=self.cleaned_data["key"],
            defaults={
                "session": source_of(self.page),
                "campus": _source_campus(campus),
                "language": self.page.locale.language_code,
                "text": self.cleaned_data["text"],
            },
        )
        return question


def _source_campus(campus: CampusPage | None) -> CampusPage | None:
    return source_of(campus) if campus is not None else None


def read_key(text: str) -> uuid.UUID | None:
    """Return the name that a device gave to a question, ``None`` for anything else."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def is_received(text: str) -> bool:
    """Return whether the question that a device calls ``text`` has come already."""
    key = read_key(text)
    return key is not None and Question.objects.filter(key=key).exists()


def is_full(page: SessionPage) -> bool:
    """Return whether so many questions wait that nobody would read one more."""
    return questions_of(page).filter(state=QuestionState.WAITING).count() >= MOST_WAITING
