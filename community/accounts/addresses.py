"""One account has one address: that of the account itself.

allauth keeps addresses in a table of its own, and a verified one opens the account. Nothing here
writes there, but what it holds must never outlive a change of address in the administration.
"""

from typing import Any

from allauth.account.models import EmailAddress
from django.db.models.signals import post_save
from django.dispatch import receiver

from community.models import User


@receiver(post_save, sender=User)
def forget_former_addresses(
    instance: User, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    """Remove the addresses that are no longer the account's."""
    if update_fields is None or "email" in update_fields:
        EmailAddress.objects.filter(user=instance).exclude(email=instance.email).delete()
