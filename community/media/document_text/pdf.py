"""The text of a PDF."""

import logging
import time

import pypdfium2
import pypdfium2.raw

from community.media.pdfium import ONE_AT_A_TIME

from .faults import Locked

logger = logging.getLogger(__name__)

MOST_PAGES = 500
MOST_SECONDS = 10
"""After which no further page is begun: a file may be made to be slow."""

# What PDFium puts where a word is cut at the end of a line.
HYPHEN = "\ufffe"


def pdf_text(content: bytes, most: int) -> str:
    """Return the text of the first pages of ``content``, until there are ``most`` characters.

    A page that cannot be read is left out. Raises ``Locked``, or what PDFium raises on a file that
    is no PDF.
    """
    pages: list[str] = []
    length, end = 0, time.monotonic() + MOST_SECONDS
    try:
        with ONE_AT_A_TIME, pypdfium2.PdfDocument(content) as document:
            for number in range(min(len(document), MOST_PAGES)):
                pages.append(_page_text(document, number))
                length += len(pages[-1])
                if length > most or time.monotonic() > end:
                    break
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise Locked from error
        raise
    return "\n".join(pages).replace(HYPHEN, "")


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        page = document[number]
        try:
            return page.get_textpage().get_text_range()
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        logger.info("Page %s has no text: %s", number + 1, error)
        return ""
