"""A follow-up taken up again: sent back by a moderator with a question, or never submitted."""

import re
from dataclasses import dataclass, replace
from typing import Any

from wagtail.models import WorkflowState

from ..audience import audience_offered
from ..models import FollowUpPage
from ..steps import steps_told
from .content import paragraphs, plain
from .known import Known
from .reporter import Reporter


@dataclass(frozen=True)
class Returned:
    """``page`` as its latest revision has it, and what a moderator asked, ``None`` without one."""

    page: FollowUpPage
    question: str | None

    def known(self, known: Known) -> Known:
        """Return what the form starts from: the state and the steps of this follow-up."""
        return replace(known, state=self.page.state, steps=steps_told([self.page]))

    @property
    def start(self) -> dict[str, str]:
        """What the fields hold, under their names."""
        page = self.page
        data = {
            "text": plain(page.body.raw_data),
            "title": page.title,
            "learnt": page.learnt,
            "audience": audience_offered(page).value,
        }
        for index, row in enumerate(page.obstacles.all()):
            typed = {
                "factor": str(row.factor_id or ""),
                "text": row.text,
                "how": row.how,
                "lever": str(row.lever_id or ""),
                "lifted": "on" if row.lifted else "",
            }
            data |= {f"obstacle-{index}-{name}": value for name, value in typed.items() if value}
        return data

    @property
    def media(self) -> list[Any]:
        """The blocks of pictures and documents that the follow-up has already."""
        return [block for block in self.page.body if block.block_type in ("image", "document")]

    def body(self, data: dict[str, str]) -> list[dict[str, Any]]:
        """Return the body as raw blocks, with the text now typed and without what was taken out.

        A text left as it was keeps what a moderator may have put in it: links, headings.
        """
        blocks = [
            block
            for block in self.page.body.raw_data
            if f"kept-{block.get('id')}-remove" not in data
        ]
        if data.get("text", "").replace("\r\n", "\n").strip() == plain(blocks):
            return list(blocks)
        others = [block for block in blocks if block["type"] != "paragraph"]
        return [*paragraphs(data.get("text", "")), *others]


def returned_to(reporter: Reporter, number: str) -> Returned | None:
    """Return the follow-up ``number`` (its key, as typed) if this member may go on with it.

    A question of the moderators is for the whole team; a draft made in the administration and
    never submitted is for its owner.
    """
    if not re.fullmatch(r"[0-9]{1,9}", number):
        return None
    page = FollowUpPage.objects.filter(
        pk=int(number), path__startswith=reporter.defi.path, depth=reporter.defi.depth + 1
    ).first()
    if page is None:
        return None
    state = page.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        task = state.current_task_state
        return Returned(page.get_latest_revision_as_object(), task.comment if task else "")
    if state is None and not page.live and page.owner == reporter.user:
        return Returned(page.get_latest_revision_as_object(), None)
    return None
