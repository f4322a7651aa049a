"""Sending: a draft becomes a follow-up, once, in the hands of the moderators. No HTTP here."""

import uuid
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.log_actions import log
from wagtail.models import WorkflowState

from community.models import CommunityDocument, CommunityImage

from ..audience import restrict
from ..models import DraftFile, FollowUpFile, FollowUpPage, ReportDraft
from . import content
from .links import LinkRefused, Reason, use_link
from .report import Report
from .reporter import Reporter
from .returned import Returned


class AlreadySent(Exception):
    """This draft made its follow-up before: there is nothing more to do."""


@transaction.atomic
def send(
    reporter: Reporter, draft: ReportDraft, report: Report, returned: Returned | None = None
) -> FollowUpPage:
    """Make the follow-up of ``draft``, or the new version of ``returned``, and submit it.

    The team's own right decides whether it is published at once. All or nothing: raises
    :class:`AlreadySent` when the draft has made one, :class:`LinkRefused` when the link served
    meanwhile; then nothing was done. ``report`` has no fault.
    """
    now = timezone.now()
    if not ReportDraft.objects.filter(pk=draft.pk, sent_at=None).update(sent_at=now):
        raise AlreadySent
    if reporter.link is not None and not use_link(reporter.link):
        raise LinkRefused(Reason.USED, reporter.link)
    page = _again(report, returned) if returned else _new(reporter, report, draft)
    _attach(page, reporter, report)
    restrict(page, reporter.team, report.tale.value("audience"))
    _submit(page, reporter)
    draft.sent_at, draft.follow_up, draft.data = now, page, {}
    draft.save(update_fields=["sent_at", "follow_up", "data", "updated_at"])
    for file in draft.files.all():
        file.delete()
    return page


def _values(report: Report) -> dict[str, Any]:
    return {
        "state": report.tale.cleaned_data["state"],
        "learnt": report.tale.cleaned_data["learnt"],
        "next_steps": content.next_steps(report) if report.says_something else [],
        "obstacles": content.obstacles(report),
    }


def draw_up(reporter: Reporter, report: Report, returned: Returned | None = None) -> FollowUpPage:
    """Return the follow-up that ``report`` would make, unsaved and without its new files."""
    defi = reporter.defi
    body = returned.body(report.data) if returned else content.paragraphs(report.tale.value("text"))
    return FollowUpPage(
        title=content.title_of(report, defi),
        date=timezone.localdate(),
        body=body,
        locale=defi.locale,
        owner=reporter.user,
        live=False,
        **_values(report),
    )


def _new(reporter: Reporter, report: Report, draft: ReportDraft) -> FollowUpPage:
    page = draw_up(reporter, report)
    if not slugify(page.title):
        page.slug = f"suivi-{draft.key.hex[:12]}"
    reporter.defi.add_child(instance=page)
    log(instance=page, action="wagtail.create", user=reporter.user, content_changed=True)
    return page


def _again(report: Report, returned: Returned) -> FollowUpPage:
    page = returned.page
    page.title = report.tale.value("title") or page.title
    page.body = returned.body(report.data)
    for name, value in _values(report).items():
        setattr(page, name, value)
    return page


def _attach(page: FollowUpPage, reporter: Reporter, report: Report) -> None:
    """Put the photos and the documents at the end of the body, as media of the site."""
    blocks = list(page.body.raw_data)
    for file, form in report.files:
        alt = "" if form.value("decorative") else form.value("alt")
        blocks.append(_medium(file, alt, page, reporter))
    page.body = blocks


def _medium(file: DraftFile, alt: str, page: FollowUpPage, reporter: Reporter) -> dict[str, Any]:
    with file.file.open("rb") as opened:
        copy = ContentFile(opened.read(), name=PurePath(file.file.name).name)
    common = {"uploaded_by_user": reporter.user}
    if file.kind == DraftFile.Kind.PHOTO:
        image = CommunityImage(title=(alt or page.title)[:255], description=alt, **common)
        # A name that nobody guesses: pictures are given out without a question.
        image.file.save(f"{uuid.uuid4().hex}{PurePath(file.file.name).suffix}", copy, save=False)
        image._set_image_file_metadata()
        image.save()
        FollowUpFile.objects.create(follow_up=page, image=image)
        return content.picture(image, alt)
    document = CommunityDocument(title=PurePath(file.name).stem[:255] or page.title, **common)
    document.file.save(_named(file), copy, save=False)
    document._set_document_file_metadata()
    document.save()
    FollowUpFile.objects.create(follow_up=page, document=document)
    return content.download(document)


def _named(file: DraftFile) -> str:
    """The name that a document is saved under: its own, in plain letters."""
    path = PurePath(file.name)
    return f"{slugify(path.stem)[:80] or 'document'}{PurePath(file.file.name).suffix}"


def _submit(page: FollowUpPage, reporter: Reporter) -> None:
    user = reporter.user
    revision = page.save_revision(user=user, log_action=True)
    state = page.current_workflow_state
    if reporter.team.may_publish:
        if state is not None:
            state.cancel(user=user)
        # The team's right, which Wagtail does not know of: it has given none to the member.
        revision.publish(user=user, skip_permission_checks=True)
    elif state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=user)
    elif workflow := page.get_workflow():
        workflow.start(page, user)
