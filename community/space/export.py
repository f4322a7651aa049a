"""What the site keeps about a person, for that person (GDPR, articles 15 and 20)."""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Comment, ModelLogEntry, Page, PageLogEntry
from wagtail.users.models import UserProfile

from community.following import personal as following
from community.models import CommunityDocument, CommunityImage, Message, User
from community.plugins import plugins

logger = logging.getLogger("community.plugins")


@dataclass
class Export:
    """Everything that could be read, and the names of the parts that could not."""

    parts: dict[str, Any] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def export_of(user: User) -> Export:
    """Return what the ground floor and each plugin keep about ``user``, by heading.

    A part that fails is named in ``missing`` and in the log; the others are there.
    """
    sources: list[tuple[str, Callable[[User], Mapping[str, Any]]]] = [
        (_("Account"), account_of),
        (_("What I follow"), following.export_of),
        *((str(plugin.verbose_name), plugin.export_person) for plugin in plugins()),
    ]
    export = Export()
    for name, read in sources:
        try:
            # Through JSON at once: what cannot be written is the fault of its part alone.
            found = json.loads(json.dumps(dict(read(user)), cls=DjangoJSONEncoder))
        except Exception:
            logger.exception("The part '%s' of the data of account %s failed", name, user.pk)
            export.missing.append(name)
        else:
            if found:
                export.parts[name] = found
    return export


def as_document(export: Export) -> dict[str, Any]:
    """Return what the file says, to be written as JSON: first of all, whether it is complete."""
    head: dict[str, Any] = {_("Date"): timezone.now()}
    if export.missing:
        head[_("THIS FILE IS NOT COMPLETE: these parts could not be read")] = export.missing
    return head | export.parts


def account_of(user: User) -> dict[str, Any]:
    """Return what the ground floor keeps about ``user``."""
    profile = UserProfile.objects.filter(user=user).first()
    return {
        _("First name"): user.first_name,
        _("Last name"): user.last_name,
        _("E-mail address"): user.email,
        _("Made on"): user.date_joined,
        _("Last signed in on"): user.last_login,
        _("Groups"): [group.name for group in user.groups.all()],
        _("Language"): profile.preferred_language if profile else "",
        _("Passkeys, apps and recovery codes"): [
            {_("Kind"): key.get_type_display(), _("Added on"): key.created_at}
            for key in Authenticator.objects.filter(user=user)
        ],
        _("E-mails that we sent"): list(
            Message.objects.filter(Q(user=user) | Q(address__iexact=user.email)).values(
                "subject", "text", "address", "status", "created_at", "sent_at"
            )
        ),
        _("Pages made"): list(Page.objects.filter(owner=user).values("title", "url_path")),
        _("Images and documents sent"): [
            {_("Title"): title, _("Date"): when}
            for model in (CommunityImage, CommunityDocument)
            for title, when in model.objects.filter(uploaded_by_user=user).values_list(
                "title", "created_at"
            )
        ],
        _("Comments to colleagues"): list(
            Comment.objects.filter(user=user).values("text", "created_at", "page__title")
        ),
        _("Actions on pages and directories"): [
            row
            for model in (PageLogEntry, ModelLogEntry)
            for row in model.objects.filter(user=user).values("action", "label", "timestamp")
        ],
    }
