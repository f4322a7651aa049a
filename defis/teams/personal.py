"""What this plugin keeps about a person: given to them, or forgotten, when they ask."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from community.mail import post
from community.models import User

from ..models import FollowUpPage, Membership, ReportDraft
from .coordinators import coordinators_of
from .members import remove_member
from .rights import is_last_porteur


def export(user: User) -> dict[str, Any]:
    """Return the teams of ``user``, the links sent to them, and the follow-ups they wrote."""
    places = Membership.objects.filter(user=user).select_related("team__defi", "invited_by")
    drafts = ReportDraft.objects.filter(author=user, sent_at=None).select_related("team__defi")
    written = FollowUpPage.objects.filter(owner=user).order_by("date", "pk")
    return {
        str(_("My teams")): [
            {
                str(_("défi")): place.team.defi.title,
                str(_("role")): str(place.get_role_display()),
                str(_("since")): place.joined_at.isoformat(),
                str(_("invited by")): str(place.invited_by) if place.invited_by else "",
                str(_("name typed by whoever invited")): place.invited_name,
                str(_("links to report")): [
                    {
                        str(_("sent on")): link.created_at.isoformat(),
                        str(_("served on")): link.used_at.isoformat() if link.used_at else "",
                    }
                    for link in place.links.all()
                ],
            }
            for place in places.prefetch_related("links")
        ],
        str(_("Drafts that I did not send")): [
            {
                str(_("défi")): draft.team.defi.title,
                str(_("last changed on")): draft.updated_at.isoformat(),
                str(_("what was typed")): draft.data,
                str(_("documents")): [file.name for file in draft.files.all()],
            }
            for draft in drafts.prefetch_related("files")
        ],
        str(_("Follow-ups that I wrote")): [_follow_up(page) for page in written],
    }


def _follow_up(page: FollowUpPage) -> dict[str, Any]:
    latest = page.get_latest_revision_as_object()
    return {
        str(_("title")): latest.title,
        str(_("date")): latest.date.isoformat(),
        str(_("state")): str(latest.get_state_display()),
        str(_("what happened")): "\n".join(
            latest.body.stream_block.get_searchable_content(latest.body)
        ),
        str(_("what was learnt")): latest.learnt,
        str(_("obstacles")): [row.text for row in latest.obstacles.all()],
        str(_("next steps")): [block.value["text"] for block in latest.next_steps],
        str(_("published")): page.live,
    }


def erase(user: User) -> None:
    """Take ``user`` out of every team, and their name off what they wrote, which stays.

    The coordinators of a défi that loses its last porteur are told.
    """
    for place in Membership.objects.filter(user=user).select_related("team__defi__campus"):
        if is_last_porteur(place):
            for coordinator in coordinators_of(place.team.defi):
                if coordinator != user:
                    context = {"defi": place.team.defi}
                    post("defis/mail/without_porteur.txt", coordinator, context)
        remove_member(place)
    ReportDraft.objects.filter(author=user).delete()
    Membership.objects.filter(invited_by=user).update(invited_by=None)
    WorkflowState.objects.filter(requested_by=user).update(requested_by=None)
    FollowUpPage.objects.filter(owner=user).update(owner=None)
