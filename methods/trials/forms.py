"""The form of “J'ai testé”: thirty seconds, no name, no address."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import get_page_models

from community.pages import CommunityPage, visible
from community.security.forms import GuardedForm
from community.security.guard import Guard

from ..models import MethodPage, MethodTrial
from ..models.method import LARGEST, LONGEST
from ..models.trial import CHANGE, STORY

guard = Guard("methods.trials")


class LongText(forms.Textarea):
    """A text area that lets people paste too much: the answer says so, nothing is cut off."""

    def __init__(self, rows: int) -> None:
        super().__init__({"rows": rows})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"].pop("maxlength", None)
        return context


class TrialForm(GuardedForm, forms.ModelForm):
    """Two numbers are asked for; all the rest is optional."""

    guard = guard

    people = forms.IntegerField(
        label=_("How many people were you?"),
        min_value=1,
        max_value=LARGEST,
        error_messages={"required": _("Write a number, even a rough one: 12.")},
    )
    minutes = forms.IntegerField(
        label=_("How many minutes did it take?"),
        min_value=1,
        max_value=LONGEST,
        error_messages={"required": _("Write a number, even a rough one: 45.")},
    )
    variant = forms.CharField(
        label=_("In which variant?"),
        max_length=120,
        required=False,
        help_text=_("Leave it empty if you did as the page says."),
    )
    place = forms.ChoiceField(label=_("For which défi?"), required=False)
    story = forms.CharField(
        label=_("What happened?"),
        max_length=STORY,
        required=False,
        widget=LongText(5),
        help_text=_("1,000 characters at most. Do not name anybody."),
    )
    change = forms.CharField(
        label=_("What would you change next time?"),
        max_length=CHANGE,
        required=False,
        widget=LongText(3),
        help_text=_("500 characters at most."),
    )

    class Meta:
        model = MethodTrial
        fields = ["people", "minutes", "variant", "story", "change"]

    field_order = ["people", "minutes", "variant", "place", "story", "change"]

    def __init__(self, data: Any, page: MethodPage, request: HttpRequest) -> None:
        super().__init__(data, page.pk)
        self.page = page
        self.suggestions = [variant.value["title"] for variant in page.variants]
        if self.suggestions:
            self.fields["variant"].widget.attrs["list"] = "variants"
        places = _places(request)
        self.fields["place"].choices = [("", _("None, or another one")), *places]
        if not places:
            del self.fields["place"]

    def save(self, commit: bool = True) -> MethodTrial:
        """Keep the trial as a draft, for the moderators to read."""
        trial = self.instance
        trial.method = self.page
        trial.language = self.page.locale.language_code
        trial.context_id = int(self.cleaned_data.get("place") or 0) or None
        trial.live, trial.has_unpublished_changes = False, True
        trial.save()
        trial.save_revision()
        return trial


def _places(request: HttpRequest) -> list[tuple[str, str]]:
    """The visible pages that people work on, to choose from: one query for each such type."""
    found = []
    for model in get_page_models():
        if issubclass(model, CommunityPage) and model.people_work_on_it:
            pages = visible(request, model).defer_streamfields()
            found += [(str(page.pk), page.choice_label) for page in pages.order_by("sort_title")]
    return found
