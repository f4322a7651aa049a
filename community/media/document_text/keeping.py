"""Keeps the text of each document up to its file."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.search.index import insert_or_update_object

from community.media.pdfium import LARGEST
from community.models import CommunityDocument, DocumentText

from .reading import Outcome, Reading, is_read, read


@receiver(post_save, sender=CommunityDocument)
def keep_text(sender: Any, instance: CommunityDocument, **kwargs: Any) -> None:
    """Read a document when its file is a new one."""
    read_document(instance)


def read_document(document: CommunityDocument, *, again: bool = False) -> DocumentText | None:
    """Read ``document`` and index its text, when its file changed since (or ``again``).

    Return what was kept; ``None`` when nothing had changed, or the file is not in the store.
    """
    try:
        file_hash = document.get_file_hash()  # May save, and so come here by itself.
        kept = DocumentText.objects.filter(document=document, file_hash=file_hash)
        if not again and kept.exists():
            return None
        found = _read(document)
    except (OSError, ValueError):
        return None  # The file is missing from the store, or there is none.
    row, _made = DocumentText.objects.update_or_create(
        document=document,
        defaults={"outcome": found.outcome, "text": found.text, "file_hash": file_hash},
    )
    document.reading = row
    insert_or_update_object(document)
    return row


def _read(document: CommunityDocument) -> Reading:
    extension = document.file_extension
    if not is_read(extension):
        return Reading(Outcome.OTHER)
    if (document.get_file_size() or 0) > LARGEST:
        return Reading(Outcome.TOO_LARGE)
    with document.file.open("rb") as file:
        return read(file.read(), extension)
