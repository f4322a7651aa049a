"""The photos and documents of a draft: which are kept, which are refused, and in which words."""

import hashlib
import uuid
from collections.abc import Iterable
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from ..models import DraftFile, ReportDraft
from .pictures import Refused, cleaned

#: A follow-up is a page, not an album.
MOST_PHOTOS, MOST_DOCUMENTS = 8, 4


def attach(
    draft: ReportDraft, photos: Iterable[UploadedFile], documents: Iterable[UploadedFile]
) -> list[str]:
    """Keep what can be kept; return what to tell of the rest. The same file is kept once."""
    told = []
    for kind, uploads in ((DraftFile.Kind.PHOTO, photos), (DraftFile.Kind.DOCUMENT, documents)):
        for upload in uploads:
            try:
                _attach(draft, kind, upload)
            except Refused as refused:
                told.append(str(refused))
    return told


def _attach(draft: ReportDraft, kind: str, upload: UploadedFile) -> None:
    mark = _mark_of(upload)
    if draft.files.filter(mark=mark).exists():
        return
    photo = kind == DraftFile.Kind.PHOTO
    if draft.files.filter(kind=kind).count() >= (MOST_PHOTOS if photo else MOST_DOCUMENTS):
        name = PurePath(upload.name or "").name[:80]
        text = (
            _("“%(name)s” was not added: a follow-up has %(n)s photos at most.")
            if photo
            else _("“%(name)s” was not added: a follow-up has %(n)s documents at most.")
        )
        most = MOST_PHOTOS if photo else MOST_DOCUMENTS
        raise Refused(text % {"name": name, "n": most})
    name = PurePath((upload.name or "").replace("\0", "")).name
    file: File = cleaned(upload) if photo else _allowed(upload)
    row = DraftFile(draft=draft, kind=kind, mark=mark, name=_short(name))
    # Not the name that the device gave: it often says who and where.
    extension = PurePath(file.name or "").suffix.lower()
    row.file.save(f"{uuid.uuid4().hex}{extension}", file, save=False)
    row.save()


def _allowed(upload: UploadedFile) -> UploadedFile:
    """Return a document as it came; raises ``Refused`` for a kind or a size that is not kept."""
    path = PurePath((upload.name or "").replace("\0", ""))
    name = path.name[:80]
    if path.suffix.lower().lstrip(".") not in settings.WAGTAILDOCS_EXTENSIONS:
        kinds = ", ".join(settings.WAGTAILDOCS_EXTENSIONS)
        text = _("“%(name)s” was not added. These kinds of documents are kept: %(kinds)s.")
        raise Refused(text % {"name": name, "kinds": kinds})
    most = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    if not upload.size or upload.size > most:
        text = _("“%(name)s” was not added: it is empty, or heavier than %(most)s.")
        raise Refused(text % {"name": name, "most": filesizeformat(most)})
    return upload


def _short(name: str) -> str:
    path = PurePath(name)
    return f"{path.stem[:120]}{path.suffix[:20]}"


def _mark_of(upload: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()
