"""Deleting one's account (GDPR, article 17)."""

import logging

from django.db import transaction

from community.following import personal as following
from community.models import Message, User
from community.plugins import plugins

logger = logging.getLogger("community.plugins")


class NotErased(Exception):
    """A part could not forget the person: nothing was deleted. ``str()`` names the part."""


def is_only_administrator(user: User) -> bool:
    """Return whether nobody else could look after the site."""
    if not (user.is_superuser and user.is_active):
        return False
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    return not others.exists()


def erase(user: User) -> None:
    """Delete the account and what is kept about its owner, or nothing at all.

    Plugins forget first, then the account goes, with all that hangs on it by a cascading key.
    Pages stay, without an owner. Raises :class:`NotErased` when a plugin fails.
    """
    with transaction.atomic():
        for plugin in plugins():
            try:
                plugin.erase_person(user)
            except Exception as error:
                logger.exception("The plugin '%s' failed in erase_person()", plugin.label)
                raise NotErased(str(plugin.verbose_name)) from error
        following.erase_of(user)
        # Some went to the address, before there was an account.
        Message.objects.filter(address__iexact=user.email).delete()
        user.delete()
