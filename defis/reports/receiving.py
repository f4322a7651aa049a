"""What a post brings: it is kept first, and only then looked at."""

from django.http import HttpRequest

from ..models import ReportDraft
from .attachments import attach
from .drafts import keep, typed
from .marks import Mark


def keep_posted(request: HttpRequest, mark: Mark) -> ReportDraft | None:
    """Keep what ``request`` posts in the draft that ``mark`` names, files included.

    What became of refused files is told at the next opening of the form. Returns ``None`` when
    the member has left the team.
    """
    # The page of the preview posts no field: it sends what is kept.
    data = typed(request.POST) if "fields" in request.POST else None
    draft = keep(mark, data)
    if draft is None or draft.sent_at is not None:
        return draft
    if data is not None:
        _drop_removed(draft, data)
    files = request.FILES
    told = attach(draft, files.getlist("photos"), files.getlist("documents"))
    if told:
        draft.data["refused"] = "\n".join(told)
        draft.save(update_fields=["data", "updated_at"])
    return draft


def _drop_removed(draft: ReportDraft, data: dict[str, str]) -> None:
    for file in draft.files.all():
        if data.get(f"file-{file.pk}-remove"):
            file.delete()
