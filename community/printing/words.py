"""Makes the texts of a document ready to be printed."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise

from community.text.typography import typographic, typographic_parts

from .fonts import printable


class Raw(str):
    """A text that is printed or read as it is: an address, a drawing, an identifier."""

    __slots__ = ()


def prepared(value: Any, language: str) -> Any:
    """Return ``value`` as plain data for JSON, its texts as they are printed in ``language``.

    A list of runs (``{"text": …}``, see ``trees``) is one text cut by bold or links, and is
    treated as one.
    """
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, str | Promise):
        return typographic(printable(str(value)), language)
    if isinstance(value, Mapping):
        return {str(name): prepared(one, language) for name, one in value.items()}
    if isinstance(value, list | tuple):
        if value and all(isinstance(one, Mapping) and "text" in one for one in value):
            return _runs(value, language)
        return [prepared(one, language) for one in value]
    return value


def _runs(runs: Any, language: str) -> list[dict[str, Any]]:
    parts = typographic_parts([printable(str(run["text"])) for run in runs], language)
    return [
        {**prepared({name: run[name] for name in run if name != "text"}, language), "text": part}
        for run, part in zip(runs, parts, strict=True)
    ]
