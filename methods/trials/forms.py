"""The form of “J'ai testé”: thirty seconds, no name, no address."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import get_page_models

from community.pages import CommunityPage, visible
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


class TrialForm(forms.ModelForm):
    """Two numbers are asked for; all the rest is optional."""

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
    #: Hidden from people; robots fill in whatever they find.
    website = forms.CharField(label=_("Leave this field empty"), required=False)
    mark = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = MethodTrial
        fields = ["people", "minutes", "variant", "story", "change"]

    field_order = ["people", "minutes", "variant", "place", "story", "change"]

    def __init__(self, data: Any, page: MethodPage, request: HttpRequest) -> None:
        super().__init__(data, initial={"mark": guard.stamp(page.pk)})
        self.page = page
        self.fields["website"].widget.attrs |= {"tabindex": "-1", "autocomplete": "off"}
        self.suggestions = [variant.value["title"] for variant in page.variants]
        if self.suggestions:
            self.fields["variant"].widget.attrs["list"] = "variants"
        places = _places(request)
        self.fields["place"].choices = [("", _("None, or another one")), *places]
        if not places:
            del self.fields["place"]

    @property
    def questions(self) -> list[forms.BoundField]:
        """The fields that people see."""
        return [field for field in self.visible_fields() if field.name != "website"]

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("The hidden field was filled in, as robots do. Send the form again as it is.")
            )
        return ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        mark = cleaned.get("mark", "")
        fault = None
        if not guard.is_stamped(mark, self.page.pk):
            fault = _("This form had been open for too long. Send it again as it is.")
            self._begin_again()
        elif guard.is_too_fast(mark):
            fault = _("That was very fast. Wait a few seconds, then send it again as it is.")
        if "website" in self.errors:
            self._begin_again()
        if fault:
            raise forms.ValidationError(fault)
        return cleaned

    def _begin_again(self) -> None:
        """Give a fresh mark and an empty trap: what people typed stays as it is."""
        self.data = self.data.copy()
        self.data["mark"] = guard.stamp(self.page.pk)
        self.data["website"] = ""

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
