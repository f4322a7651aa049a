"""The body of a page as blocks to print."""

from collections.abc import Callable, Iterable
from typing import Any

from wagtail.blocks import StructValue
from wagtail.rich_text import RichText

from community.charts.bars import chart_of

from .richtext import rich
from .trees import Block, lines, paragraph


def stream(value: Iterable[Any], base: str = "") -> list[Block]:
    """Return the blocks of a ``body_field`` or a ``list_field``; ``base`` as for :func:`rich`.

    Pictures keep their caption, else their text alternative; documents their name. A block that
    is not known here keeps its own words, and names nothing that it points to: that may be
    private.
    """
    found: list[Block] = []
    items: list[Any] = []
    for child in value:
        if child.block_type == "item":
            items.append(child)
            continue
        draw = _DRAW.get(child.block_type, _words)
        found.extend(draw(child.value, base))
    return found + lines(items)


def _heading(value: Any, base: str) -> list[Block]:
    level = 2 if value["level"] == "h3" else 1
    return [{"kind": "heading", "level": level, "runs": [{"text": value["text"]}]}]


def _quote(value: Any, base: str) -> list[Block]:
    words = [paragraph(value["text"])]
    return [{"kind": "quote", "blocks": words, "by": value["attribution"] or ""}]


def _note(value: Any, base: str) -> list[Block]:
    blocks = rich(value["text"], base)
    return [{"kind": "note", "title": value["title"] or "", "blocks": blocks}]


def _image(value: Any, base: str) -> list[Block]:
    image = value["image"]
    words = value["caption"] or getattr(image, "contextual_alt_text", "")
    return [{"kind": "note", "title": "", "blocks": [paragraph(words)]}] if words else []


def _document(value: Any, base: str) -> list[Block]:
    name = value["label"] or getattr(value["document"], "title", "")
    return [paragraph(name)] if name else []


def _chart(value: Any, base: str) -> list[Block]:
    chart = chart_of(value)
    most = max((row.value for row in chart.rows), default=0)
    rows = [
        {"label": row.label, "shown": row.shown, "share": float(row.value / most) if most else 0.0}
        for row in chart.rows
    ]
    title = f"{chart.title} ({chart.unit})" if chart.unit else chart.title
    return [{"kind": "chart", "title": title, "rows": rows, "note": chart.note or ""}]


def _words(value: Any, base: str) -> list[Block]:
    if isinstance(value, StructValue):
        return [block for child in value.values() for block in _words(child, base)]
    if isinstance(value, RichText):
        return rich(value, base)
    return [paragraph(value)] if isinstance(value, str) and value.strip() else []


_DRAW: dict[str, Callable[[Any, str], list[Block]]] = {
    "heading": _heading,
    "paragraph": rich,
    "quote": _quote,
    "callout": _note,
    "image": _image,
    "document": _document,
    "chart": _chart,
}
