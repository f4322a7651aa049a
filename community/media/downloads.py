"""Counts the downloads of documents, without telling one visitor from another."""

from typing import Any

from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from wagtail.documents.models import document_served

from community.models import CommunityDocument, DownloadCount
from community.security.machines import says_it_is_a_machine


@receiver(document_served)
def count_download(
    sender: Any, instance: CommunityDocument, request: HttpRequest, **kwargs: Any
) -> None:
    """Count a whole document asked for by a browser: not a robot, a part of it, or an editor."""
    machine = says_it_is_a_machine(request)
    # A reader of PDFs asks for the file piece by piece: only the first piece counts.
    piece = not request.headers.get("Range", "bytes=0-").startswith("bytes=0-")
    user: Any = request.user  # Of either kind; both know what it may do.
    at_work = user.has_perm("wagtailadmin.access_admin")
    if request.method == "GET" and not (machine or piece or at_work):
        DownloadCount.add_one(instance, timezone.localdate())
