"""Telling the teams of a défi that somebody took up their work, once it is published."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.dispatch import receiver
from wagtail.signals import page_published

from community.mail import post

from ..models import DefiPage, Membership, PrototypeDefi, Reprise


@receiver(page_published, sender=DefiPage)
def defi_published(sender: Any, instance: DefiPage, **kwargs: Any) -> None:
    """A défi is for everybody to read: tell those whose work it takes up, after the commit."""
    if instance.reprises.exists():
        transaction.on_commit(partial(tell, instance.pk))


def tell(key: int) -> None:
    """Write to the members of each team at the origin of the défi ``key``, once and for all.

    Nothing is said of a page that is not for everybody. A prototype counts for the défis that a
    source or an editor states it was born of.
    """
    page = DefiPage.objects.select_related("locale").filter(pk=key, live=True).first()
    if page is None or page.get_view_restrictions().exists():
        return
    rows = Reprise.objects.filter(page=page)
    born = PrototypeDefi.objects.filter(confirmed=True, page__in=rows.values("prototype"))
    origins = DefiPage.objects.filter(Q(pk__in=rows.values("defi")) | Q(pk__in=born.values("defi")))
    origins = origins.exclude(translation_key=page.translation_key)
    titles = {origin.translation_key: origin for origin in origins}
    members = Membership.objects.filter(
        team__defi__translation_key__in=titles, user__is_active=True
    ).exclude(user=page.owner)
    for member in members.select_related("user", "team__defi"):
        origin = titles[member.team.defi.translation_key]
        post(
            "defis/mail/taken_up.txt",
            member.user,
            {"page": page, "origin": origin, "url": page.get_full_url()},
            key=f"defis.taken_up:{page.translation_key}:{origin.translation_key}:{member.user_id}",
        )
