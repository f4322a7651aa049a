"""The demonstration's content as its TOML files give it."""

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any


class DemoData:
    """The files of ``folder``, and what their rows become as fields of a page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sources = {row["key"]: row for row in self.data("community/sources")["source"]}

    def data(self, name: str) -> dict[str, Any]:
        """Return the content of ``<folder>/<name>.toml``."""
        with (self.folder / f"{name}.toml").open("rb") as file:
            return tomllib.load(file)

    def source(self, key: str | None) -> dict[str, Any]:
        """Return the source fields of a page or figure for a key of ``sources.toml``."""
        if not key:
            return {}
        row = self._sources[key]
        title = f"{row['title']} ({row['author']})" if row.get("author") else row["title"]
        fields = {"source_title": title, "source_url": row.get("url", "")}
        return {**fields, "source_date": row.get("date")}

    def body(self, blocks: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the data's blocks as a StreamField takes them."""
        return [_BLOCKS[block["type"]](block) for block in blocks]

    def items(self, texts: Iterable[str], block: str = "item") -> list[dict[str, Any]]:
        """Return short texts as the items of a list field."""
        return [{"type": block, "value": text} for text in texts]


def only(row: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return the entries of ``row`` that are called ``names``, those that it has."""
    return {name: row[name] for name in names if name in row}


_BLOCKS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "heading": lambda block: {
        "type": "heading",
        "value": {"text": block["text"], "level": block.get("level", "h2")},
    },
    "paragraph": lambda block: {"type": "paragraph", "value": block["html"]},
    "quote": lambda block: {
        "type": "quote",
        "value": {"text": block["text"], "attribution": block.get("attribution", "")},
    },
}
