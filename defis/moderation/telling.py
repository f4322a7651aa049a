"""Telling whoever sent a follow-up what was decided, from whichever screen it was."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.dispatch import receiver
from django.utils.translation import override
from wagtail.models import WorkflowState
from wagtail.signals import workflow_approved, workflow_cancelled, workflow_rejected

from community.mail import language_of, post
from community.models import User

from ..models import DefiPage, FollowUpPage, Membership
from ..reports.addresses import link_address, report_address
from ..reports.links import make_link
from ..teams import membership_of


@receiver(workflow_approved, sender=WorkflowState)
@receiver(workflow_cancelled, sender=WorkflowState)
def tell_it_is_published(sender: Any, instance: WorkflowState, user: Any, **kwargs: Any) -> None:
    """A follow-up was approved, or published over the head of the workflow."""
    page = _follow_up(instance)
    if page is None or not page.live or page.live_revision_id != page.latest_revision_id:
        return
    if user is not None and user == instance.requested_by:
        return
    context = {"page": page, "defi": page.get_parent().specific, "edited": _was_edited(instance)}
    for member in _those_who_sent(instance, context["defi"]):
        key = f"defis.published:{instance.pk}:{member.pk}"
        post("defis/mail/published.txt", member, context, key=key)


@receiver(workflow_rejected, sender=WorkflowState)
def tell_the_question(sender: Any, instance: WorkflowState, user: Any, **kwargs: Any) -> None:
    """A moderator asks a question back: the answer is one link away, without an account."""
    page = _follow_up(instance)
    if page is None:
        return
    defi, state = page.get_parent().specific, instance.current_task_state
    for member in _those_who_sent(instance, defi):
        membership = membership_of(member, defi)
        with override(language_of(member)):
            link = link_address(make_link(membership), page) if membership else ""
            address = report_address(defi, page)
        context = {
            "page": page,
            "defi": defi,
            "question": state.comment,
            "link": link,
            "address": address,
        }
        post(
            "defis/mail/question.txt", member, context, key=f"defis.question:{state.pk}:{member.pk}"
        )


def _follow_up(state: WorkflowState) -> FollowUpPage | None:
    if state.content_type_id != ContentType.objects.get_for_model(FollowUpPage).pk:
        return None
    return FollowUpPage.objects.filter(pk=state.object_id).first()


def _those_who_sent(state: WorkflowState, defi: DefiPage) -> list[User]:
    """Whoever sent it, or the porteurs of the team once that person has left it."""
    sender = state.requested_by
    if sender is not None and sender.is_active and membership_of(sender, defi):
        return [sender]
    places = Membership.objects.filter(team__defi__translation_key=defi.translation_key)
    porteurs = places.filter(role=Membership.Role.PORTEUR, user__is_active=True)
    found = [place.user for place in porteurs.select_related("user")]
    return found or ([sender] if sender is not None and sender.is_active else [])


def _was_edited(state: WorkflowState) -> bool:
    """Whether somebody else than the sender changed it since it was sent."""
    sent = state.task_states.order_by("-started_at", "-pk").first()
    page = _follow_up(state)
    if sent is None or page is None:
        return False
    later = page.revisions.filter(created_at__gt=sent.revision.created_at)
    return bool(later.exclude(user=state.requested_by_id).exclude(user=None).exists())
