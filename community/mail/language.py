"""The language in which somebody reads e-mails."""

from django.conf import settings
from wagtail.users.models import UserProfile

from community.models import User


def language_of(user: User | None) -> str:
    """Return the language that ``user`` chose for their account, else that of the site.

    Not that of whoever makes the e-mail leave, nor one that the site no longer has.
    """
    if user is None:
        return settings.LANGUAGE_CODE
    chosen = UserProfile.objects.filter(user=user).values_list("preferred_language", flat=True)
    language = chosen.first() or ""
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
