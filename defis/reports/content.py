"""From what was typed to what a follow-up holds, and back."""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from django.utils.html import escape, strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import override

from community.models import CommunityDocument, CommunityImage

from ..models import DefiPage, FactorPage, FollowUpObstacle, State
from ..steps import Fate, step_block
from .forms import ObstacleForm
from .known import Known
from .report import Report

#: A title is read in lists.
LONGEST_TITLE = 90


def title_of(report: Report, defi: DefiPage) -> str:
    """The title given, else the beginning of what happened, else what it comes down to."""
    given = report.tale.value("title")
    if given:
        return given
    first = re.split(r"(?<=[.!?…])\s|\n", report.tale.value("text"), maxsplit=1)[0].strip()
    if not first:
        with override(defi.locale.language_code):
            if not report.says_something:
                return _("Nothing new")
            state = report.tale.value("state")
            return str(State(state).label) if state in State.values else _("News of the défi")
    if len(first) <= LONGEST_TITLE:
        return first.rstrip(".")
    return f"{first[:LONGEST_TITLE].rsplit(' ', 1)[0]}…"


def paragraphs(text: str) -> list[dict[str, str]]:
    """Plain text as blocks of a body: an empty line begins a paragraph. Nothing in it is HTML."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    return [
        {"type": "paragraph", "value": f"<p>{escape(part.strip()).replace(chr(10), '<br/>')}</p>"}
        for part in parts
        if part.strip()
    ]


def plain(blocks: Iterable[dict[str, Any]]) -> str:
    """The text of the paragraphs among raw ``blocks``, as it is typed: see :func:`paragraphs`."""
    texts = []
    for block in blocks:
        if block["type"] == "paragraph":
            html = re.sub(r"<br\s*/?>", "\n", block["value"])
            html = re.sub(r"</(?:p|li)>", "\n\n", html)
            texts.append(re.sub(r"\n{3,}", "\n\n", unescape(strip_tags(html))).strip())
    return "\n\n".join(text for text in texts if text)


def picture(image: CommunityImage, alt: str) -> dict[str, Any]:
    """A block of a body that shows ``image``; without ``alt`` it is only there to look at."""
    value = {"image": image.pk, "decorative": not alt, "alt_text": alt}
    return {"type": "image", "value": {"image": value, "caption": ""}}


def download(document: CommunityDocument) -> dict[str, Any]:
    """A block of a body that gives ``document``."""
    return {"type": "document", "value": {"document": document.pk, "label": ""}}


def next_steps(report: Report) -> list[dict[str, Any]]:
    """The steps promised before, under the ids they had, then those promised now."""
    before = [(form.cleaned_data, form.step.key) for form in report.promised]
    now = [form.cleaned_data for form in report.new_steps]
    return [
        *(
            step_block(
                step["text"],
                step["due"],
                done=step["fate"] == Fate.DONE,
                given_up=step["fate"] == Fate.GIVEN_UP,
                key=key,
            )
            for step, key in before
        ),
        *(step_block(step["text"], step["due"]) for step in now),
    ]


def obstacles(report: Report) -> list[FollowUpObstacle]:
    """The rows of obstacles that the report tells of."""
    return [_obstacle(form, report.known) for form in report.met]


def _obstacle(form: ObstacleForm, known: Known) -> FollowUpObstacle:
    cleaned = form.cleaned_data
    told = {each.key: each for each in known.told}.get(cleaned["factor"])
    listed = {str(page.pk): page for page in known.factors}
    factor: FactorPage | None = told.factor if told else listed.get(cleaned["factor"])
    words = cleaned["text"] or (told.text if told else factor.title if factor else "")
    return FollowUpObstacle(
        text=words,
        factor=factor,
        lifted=cleaned["lifted"],
        how=cleaned["how"],
        lever=listed.get(cleaned["lever"]),
    )
