"""What is checked of an office file, which is a ZIP of XML, before a library opens it."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from .faults import Locked, TooLarge

MOST_PARTS = 5_000
LARGEST_OPENED = 200 * 1024 * 1024
"""Bytes of all the parts together, pictures included, once they are unpacked."""
LARGEST_XML = 32 * 1024 * 1024
"""Bytes of all the XML together: parsed, it takes ten times as much memory."""

# A password makes of a Word document a file of the kind that came before ZIP.
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x1  # ZIP: general purpose bit 0 of an entry.


def check_archive(content: bytes) -> None:
    """Let ``content`` pass when it may be opened: a sound ZIP, neither a bomb nor locked.

    Raises ``Locked``, ``TooLarge``, ``ValueError`` for XML that declares entities (office formats
    have none), or what ``zipfile`` raises on a damaged file.
    """
    if content.startswith(_OLE):
        raise Locked
    with ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        xml = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise Locked
        if len(parts) > MOST_PARTS or _size(parts) > LARGEST_OPENED or _size(xml) > LARGEST_XML:
            raise TooLarge
        for part in xml:
            # ZipFile never gives more than the size that was added up above.
            text = archive.read(part).replace(b"\0", b"")  # UTF-16 shows its ASCII too.
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise ValueError(f"{part.filename} declares entities.")
            if part.filename == "META-INF/manifest.xml" and b"encryption-data" in text:
                raise Locked


def _size(parts: list[ZipInfo]) -> int:
    return sum(part.file_size for part in parts)
