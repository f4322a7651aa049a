"""The whole form: what it starts from, what is wrong with it, whether it says anything."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from ..audience import Audience
from ..models import DraftFile
from ..steps import Fate
from .forms import FileForm, ObstacleForm, PromisedForm, StepForm, TaleForm
from .known import Known

#: Rows that a form may have of each kind.
MOST_ROWS = 12


@dataclass(frozen=True)
class Fault:
    """Something to put right: ``id`` is that of its field, ``label`` how the page calls it."""

    id: str
    label: str
    text: str


class Report:
    """A follow-up as its author has it so far.

    ``data`` is what was typed, by name; ``files`` what was added to it.
    """

    def __init__(
        self, known: Known, data: Mapping[str, str], files: Sequence[DraftFile] = ()
    ) -> None:
        self.known = known
        self.data = {**_start(known), **data}
        self.tale = TaleForm(self.data, known)
        self.promised = [PromisedForm(self.data, step) for step in known.steps]
        self.steps = [StepForm(self.data, prefix=prefix) for prefix in self._rows("step")]
        self.obstacles = [
            ObstacleForm(self.data, prefix, known) for prefix in self._rows("obstacle")
        ]
        self.files = [(file, FileForm(self.data, prefix=f"file-{file.pk}")) for file in files]

    def _rows(self, kind: str) -> list[str]:
        """The rows typed in, and an empty one to go on with."""
        pattern = re.compile(rf"({kind}-([0-9]{{1,2}}))-\w+")
        used = {
            found[1]: int(found[2])
            for name, value in self.data.items()
            if value.strip() and (found := pattern.fullmatch(name))
        }
        kept = sorted(used, key=lambda prefix: used[prefix])[:MOST_ROWS]
        if len(kept) == MOST_ROWS:
            return kept
        # After the others, as the page shows it; a number has two digits.
        numbers = set(used.values())
        free = min(set(range(100)) - numbers, key=lambda n: (n < max(numbers, default=0), n))
        return [*kept, f"{kind}-{free}"]

    @property
    def photos(self) -> list[tuple[DraftFile, FileForm]]:
        """The photos, each with what is said of it."""
        return [pair for pair in self.files if pair[0].kind == DraftFile.Kind.PHOTO]

    @property
    def documents(self) -> list[tuple[DraftFile, FileForm]]:
        """The documents."""
        return [pair for pair in self.files if pair[0].kind == DraftFile.Kind.DOCUMENT]

    @cached_property
    def new_steps(self) -> list[StepForm]:
        """The steps promised now."""
        return [form for form in self.steps if form.value("text") or form.value("due")]

    @cached_property
    def met(self) -> list[ObstacleForm]:
        """The obstacles that something is said of."""
        return [
            form for form in self.obstacles if any(form.value(name) for name in form.fields if name)
        ]

    @property
    def says_something(self) -> bool:
        """Whether there is anything beyond “nothing new”."""
        told = any(self.tale.value(name) for name in ("text", "title", "learnt"))
        moved = self.tale.value("state") != self.known.state
        return bool(told or moved or self.files or self.new_steps or self.met) or any(
            form.value("fate") != Fate.OPEN
            or form.value("text") not in ("", form.step.text)
            or form.value("due") != _written(form.step.due)
            for form in self.promised
        )

    @cached_property
    def faults(self) -> list[Fault]:
        """All that is to be put right before it can be sent."""
        found = []
        if not self.says_something:
            self.tale.add_error("text", _("Write a sentence, or choose “Nothing new”."))
        for form in (self.tale, *self.promised, *self.new_steps, *self.met):
            found += _faults_of(form)
        for _file, form in self.photos:
            if not (form.value("alt") or form.value("decorative")):
                text = _("Say in a few words what this photo shows, or that it says nothing more.")
                form.add_error("alt", text)
            found += _faults_of(form)
        return found


def _faults_of(form: Any) -> list[Fault]:
    return [
        Fault(form[name].auto_id, str(form[name].label), str(text))
        for name, texts in form.errors.items()
        for text in texts
    ]


def _start(known: Known) -> dict[str, str]:
    """What the fields hold before anything is typed."""
    start = {"state": known.state, "audience": Audience.EVERYONE.value}
    for step in known.steps:
        fate = Fate.OPEN if step.is_open else step.fate
        start[f"promised-{step.key}-fate"] = fate.value
        start[f"promised-{step.key}-text"] = step.text
        start[f"promised-{step.key}-due"] = _written(step.due)
    return start


def _written(day: Any) -> str:
    return day.isoformat() if day else ""
