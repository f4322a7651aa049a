"""QR codes that lead from paper back to the site."""

import io

import segno

from .words import Raw


def qr(url: str, *, scalable: bool = False) -> Raw:
    """Return a QR code of ``url`` as SVG, black on white; ``scalable``: as large as its place.

    A quarter of it may be soiled or folded and it is still read (level Q of ISO/IEC 18004, whose
    quiet zone of four modules is half in the drawing, half in the margin that templates leave).
    """
    drawn = io.BytesIO()
    code = segno.make(url, error="q", micro=False)
    look = {"border": 2, "dark": "#000", "light": "#fff", "omitsize": scalable}
    code.save(drawn, kind="svg", xmldecl=False, svgns=True, **look)
    return Raw(drawn.getvalue().decode("utf-8"))
