"""The text of a text file, whose encoding nobody tells."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE


def plain_text(content: bytes, most: int) -> str:
    """Return ``most`` characters of ``content``: UTF-8, UTF-16 with its mark, else Windows-1252."""
    start = content[: 4 * most + 4]
    if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return start.decode("utf-16", "ignore")
    try:
        # What is cut in the middle of a letter is no proof against UTF-8.
        return start.decode("utf-8-sig", "strict" if len(start) == len(content) else "ignore")
    except UnicodeDecodeError:
        return start.decode("cp1252", "replace")
