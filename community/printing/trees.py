"""Rich text as a small tree that the shared Typst library draws.

A tree is a list of blocks, each a dictionary with its ``kind``::

    {"kind": "paragraph", "runs": [{"text": "…", "bold": True, "italic": True, "url": "…"}]}
    {"kind": "heading", "level": 1, "runs": […]}
    {"kind": "list", "ordered": False, "items": [[block, …], …]}
    {"kind": "quote", "blocks": [block, …], "by": "…"}
    {"kind": "note", "title": "…", "blocks": [block, …]}
    {"kind": "chart", "title": "…", "rows": [{"label": "…", "shown": "14", "share": 0.5}, …],
     "note": "…"}
    {"kind": "steps", "items": [{"title": "…", "time": "…", "how": "…", "blocks": […]}, …]}

Levels start at 1; the library puts them below the heading that they stand under, without a jump
(a PDF/UA has none).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Block = dict[str, Any]
Run = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """A step to print: what to do, how long ("10 min"), seated how, and the details."""

    title: Any
    time: Any = ""
    how: Any = ""
    blocks: list[Block] = field(default_factory=list)


def paragraph(text: Any) -> Block:
    """Return one paragraph of plain text."""
    return {"kind": "paragraph", "runs": [{"text": text}]}


def lines(items: Iterable[Any]) -> list[Block]:
    """Return one bulleted list of short texts, or of the items of a ``list_field``."""
    texts = [str(getattr(item, "value", item)).strip() for item in items]
    found = [[paragraph(text)] for text in texts if text]
    return [{"kind": "list", "ordered": False, "items": found}] if found else []


def steps(found: Iterable[Step]) -> list[Block]:
    """Return numbered steps with their times; nothing when there is none."""
    items = [
        {"title": step.title, "time": step.time, "how": step.how, "blocks": step.blocks}
        for step in found
    ]
    return [{"kind": "steps", "items": items}] if items else []
