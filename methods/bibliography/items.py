"""A reference as a CSL item and back, losing nothing.

What a field of the page can hold exactly goes into that field; the rest stays in ``extra`` as it
came (https://docs.citationstyles.org/en/stable/specification.html, 1.0.2).
"""

from typing import Any

from django.core.exceptions import ValidationError

from .dates import date_of_csl, read_date
from .identifiers import bare_doi
from .names import names_as_csl, names_of_csl
from .vocabulary import DATE_VARIABLES, NAME_VARIABLES, TEXT_VARIABLES, CslType

Item = dict[str, Any]
TITLE_LENGTH = 255
#: Variables under the name that an earlier CSL gave them.
RENAMED = {
    "event": "event-title",
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
}


def fields_of(item: Item, model: Any) -> dict[str, Any]:
    """Return the fields of a page of type ``model`` for a CSL item.

    ``title`` is cut at the length that Wagtail gives; the whole is then in ``extra``.
    """
    item = {name: value for name, value in item.items() if value not in ("", None, [], {})}
    for old, new in RENAMED.items():
        if old in item and new not in item:
            item[new] = item.pop(old)
    fields: dict[str, Any] = {"title": str(item.get("title", "")), "key": str(item.get("id", ""))}
    extra = {name: value for name, value in item.items() if name not in ("id", "type", "title")}
    kind = item.get("type", "")
    fields["csl_type"] = kind if kind in CslType.values else CslType.DOCUMENT.value
    if len(fields["title"]) > TITLE_LENGTH:
        extra["title"] = fields["title"]
        fields["title"] = cut_title(fields["title"])
    for name, variable in TEXT_VARIABLES.items():
        text = _text_for(model._meta.get_field(name), extra.get(variable))
        if text is not None:
            fields[name] = text
            del extra[variable]
    for name, variable in DATE_VARIABLES.items():
        found = date_of_csl(extra.get(variable))
        if found and (name == "issued" or not found[1]):
            fields[name] = found[0]
            fields.update({"issued_circa": True} if found[1] else {})
            del extra[variable]
    names: list[dict[str, Any]] = []
    for variable in [name for name in extra if name in NAME_VARIABLES]:
        blocks = names_of_csl(variable, extra[variable])
        if blocks:
            names += blocks
            del extra[variable]
    return {**fields, "names": names, "extra": extra}


def item_of(page: Any) -> Item:
    """Return the CSL item of a reference; its ``id`` is the key, or the page's slug."""
    extra = page.extra if isinstance(page.extra, dict) else {}
    item: Item = {"id": page.key or page.slug or "item", "type": page.csl_type}
    item["title"] = page.title
    whole = extra.get("title")
    if isinstance(whole, str) and cut_title(whole) == page.title:
        item["title"] = whole
    item |= names_as_csl(page.names)
    for name, variable in DATE_VARIABLES.items():
        parts = read_date(getattr(page, name))
        if parts:
            item[variable] = {"date-parts": parts}
    if page.issued_circa and "issued" in item:
        item["issued"]["circa"] = True
    for name, variable in TEXT_VARIABLES.items():
        if text := getattr(page, name):
            item[variable] = text
    return item | {name: value for name, value in extra.items() if name not in item}


def cut_title(title: str) -> str:
    """Return a title no longer than a page's may be."""
    return title if len(title) <= TITLE_LENGTH else f"{title[: TITLE_LENGTH - 1].rstrip()}…"


def year_of(item: Item) -> int | None:
    """Return the year of publication, ``None`` when the item tells none."""
    issued = item.get("issued")
    try:
        return int(str(issued["date-parts"][0][0])) if isinstance(issued, dict) else None
    except (KeyError, IndexError, TypeError, ValueError):
        return None


def _text_for(field: Any, value: Any) -> str | None:
    """``value`` as the field holds it, ``None`` when it cannot: it is then kept elsewhere."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value)
    if field.name == "doi":
        text = bare_doi(text)
    try:
        field.clean(text, None)
    except ValidationError:
        return None
    return text if text.strip() == text else None
