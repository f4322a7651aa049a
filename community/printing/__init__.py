"""Printing: tagged PDFs from the Typst templates of any plugin, and the sheets of pages."""

from .document import Document, PrintError, pdf
from .qr import qr
from .responses import pdf_response
from .richtext import rich
from .sheets import Section, Sheet, kind_of, sheet_of, site_name, written
from .streams import stream
from .trees import Block, Step, lines, paragraph, steps
from .words import Raw

__all__ = [
    "Block",
    "Document",
    "PrintError",
    "Raw",
    "Section",
    "Sheet",
    "Step",
    "kind_of",
    "lines",
    "paragraph",
    "pdf",
    "pdf_response",
    "qr",
    "rich",
    "sheet_of",
    "site_name",
    "steps",
    "stream",
    "written",
]
