"""The text of Word and OpenDocument files, as it is printed.

Neither what was deleted under change tracking nor comments: who joined the document to a page did
not mean to publish them.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import docx
import odfdo

from .archives import check_archive

# In the order of the document: where a paragraph begins, its texts, and what stands for a space.
# A text box is written twice, the second time for old readers.
_DOCX = """
    .//w:p | .//w:tab | .//w:br
    | .//w:t[not(ancestor::w:moveFrom) and not(ancestor::*[local-name()='Fallback'])]/text()
"""
_ODF = """
    descendant::text:p | descendant::text:h
    | descendant::text:s | descendant::text:tab | descendant::text:line-break
    | descendant::text()[ancestor::text:p or ancestor::text:h]
        [not(ancestor::office:annotation) and not(ancestor::text:tracked-changes)]
"""


def docx_text(content: bytes, most: int) -> str:
    """Return the text of a Word document, headers and footers last; raise as ``check_archive``."""
    check_archive(content)
    document = docx.Document(BytesIO(content))
    elements: list[Any] = [document.element.body]
    for section in document.sections:
        for part in (section.header, section.footer):
            if not part.is_linked_to_previous:
                elements.append(part._element)
    return "\n".join(_joined(element.xpath(_DOCX)) for element in elements)


def odf_text(content: bytes, most: int) -> str:
    """Return the text of an ODT, ODS or ODP file; raise as ``check_archive``."""
    check_archive(content)
    return _joined(odfdo.Document(BytesIO(content)).body.xpath(_ODF))


def _joined(found: Iterable[Any]) -> str:
    """Texts as they are, anything else as a space: a word may be cut in several texts."""
    return "".join(str(one) if isinstance(one, str) else " " for one in found)
