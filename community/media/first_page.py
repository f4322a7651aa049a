"""The picture of a PDF's first page, shown beside the link to it."""

import logging
from io import BytesIO
from typing import Any

import pypdfium2
from django.core.files.base import ContentFile
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.crypto import get_random_string

from community.models import CommunityDocument

from .pdfium import LARGEST, ONE_AT_A_TIME

logger = logging.getLogger(__name__)

WIDTH = 480
"""Pixels: what a card shows on a phone of double density."""


def first_page(content: bytes) -> tuple[bytes, int] | None:
    """Return the first page of the PDF ``content`` as WebP, ``WIDTH`` pixels wide, and its height.

    None when it cannot be read: damaged, protected by a password, or no PDF at all.
    """
    try:
        with ONE_AT_A_TIME, pypdfium2.PdfDocument(content) as document:
            page = document[0]
            width, height = page.get_size()
            # A page may be a strip a kilometre long: only its top is drawn.
            below = max(0, height - 2 * width)
            scale = WIDTH / max(width, 1)
            picture = page.render(scale=scale, crop=(0, below, 0, 0)).to_pil()
    except (pypdfium2.PdfiumError, IndexError, ValueError, MemoryError) as error:
        logger.info("No picture of a first page: %s", error)
        return None
    picture = picture.convert("RGB").crop((0, 0, WIDTH, min(picture.height, 2 * WIDTH)))
    file = BytesIO()
    picture.save(file, "WEBP", quality=75)
    return file.getvalue(), picture.height


@receiver(post_save, sender=CommunityDocument)
def draw_first_page(sender: Any, instance: CommunityDocument, **kwargs: Any) -> None:
    """Draw the first page anew when the file of a document is a new one."""
    try:
        file_hash = instance.get_file_hash()  # May save, and so come here by itself.
    except OSError:
        return  # The file is missing from the store: nothing can be drawn.
    if instance.first_page_hash == file_hash:
        return
    old = instance.first_page.name
    drawn = None
    if instance.file_extension.lower() == "pdf" and (instance.get_file_size() or 0) <= LARGEST:
        with instance.file.open("rb") as file:
            drawn = first_page(file.read())
    if drawn:
        picture, instance.first_page_height = drawn
        # A name that cannot be guessed: the document may be kept in a private collection.
        name = f"{get_random_string(24)}.webp"
        instance.first_page.save(name, ContentFile(picture), save=False)
    else:
        instance.first_page, instance.first_page_height = "", None
    instance.first_page_hash = file_hash
    CommunityDocument.objects.filter(pk=instance.pk).update(
        first_page=instance.first_page.name,
        first_page_height=instance.first_page_height,
        first_page_hash=instance.first_page_hash,
    )
    if old:
        instance.first_page.storage.delete(old)


@receiver(post_delete, sender=CommunityDocument)
def forget_first_page(sender: Any, instance: CommunityDocument, **kwargs: Any) -> None:
    """Remove the picture with its document."""
    if name := instance.first_page.name:
        instance.first_page.storage.delete(name)
