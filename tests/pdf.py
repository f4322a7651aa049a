"""Reads a PDF as a printer and a screen reader would."""

import re
import zlib
from ctypes import create_string_buffer

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image


class Read:
    """A PDF: its pages, its words, and what it says of itself."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.document = pypdfium2.PdfDocument(data)
        # Objects stand in compressed streams: what they say is searched for once inflated.
        self.source = data + b"".join(inflated(data))

    def __len__(self) -> int:
        return len(self.document)

    def text(self, page: int | None = None) -> str:
        """Return the words of one page, of all without a number, blanks as they are printed."""
        pages = range(len(self)) if page is None else [page]
        words = (self.document[one].get_textpage().get_text_range() for one in pages)
        return " ".join(" ".join(words).replace("\r", " ").replace("\n", " ").split(" "))

    @property
    def language(self) -> str:
        """The language of the whole document."""
        found = re.search(
            rb"/Type\s*/Catalog(?:(?!endobj).)*?/Lang\s*\(([^)]*)\)", self.source, re.S
        )
        return found[1].decode() if found else ""

    @property
    def title(self) -> str:
        """The title in the XMP metadata, which PDF/UA-1 asks for."""
        found = re.search(rb"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", self.source, re.DOTALL)
        return found[1].decode() if found else ""

    def has(self, pattern: bytes) -> bool:
        """Return whether a pattern stands somewhere in its source."""
        return re.search(pattern, self.source) is not None

    def fonts(self) -> dict[str, bool]:
        """Return the name of each font in use, and whether it is embedded."""
        found = {}
        for page in self.document:
            for text in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=5):
                font = pdfium.FPDFTextObj_GetFont(text.raw)
                name = create_string_buffer(200)
                pdfium.FPDFFont_GetBaseFontName(font, name, 200)
                found[name.value.decode()] = bool(pdfium.FPDFFont_GetIsEmbedded(font))
        return found

    def image(self, page: int = 0) -> Image.Image:
        """Return a page as it is printed, in grey, one pixel for half a point."""
        return self.document[page].render(scale=2).to_pil().convert("L")

    def margins(self, page: int = 0) -> tuple[float, float, float, float]:
        """Return the white left, above, right and below the ink of a page, in millimetres."""
        image = self.image(page)
        left, top, right, bottom = image.point(lambda grey: 255 * (grey < 200)).getbbox()
        pixels = (left, top, image.width - right, image.height - bottom)
        return tuple(pixel / 2 * 25.4 / 72 for pixel in pixels)

    def size(self, page: int = 0) -> tuple[int, int]:
        """Return the width and height of a page in millimetres."""
        return tuple(round(points * 25.4 / 72) for points in self.document[page].get_size())


def inflated(data: bytes) -> list[bytes]:
    """Return the streams of a PDF that are compressed, inflated."""
    found = []
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return found
