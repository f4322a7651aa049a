"""Reads the query string of a list. Junk never raises: what cannot be read is left out."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .declaration import Listing

TEXT, SORT, LAYOUT, PAGE, EXACT = "q", "tri", "vue", "page", "exact"
MAX_TEXT = 200
MAX_VALUES = 50
MAX_VALUE = 255  # the longest slug there can be


class ListingForm(forms.Form):
    """The parameters that every list shares."""

    q = forms.CharField(label=pgettext_lazy("listing", "Words"), required=False)
    tri = forms.CharField(label=_("Sort by"), required=False)
    vue = forms.CharField(label=_("Layout"), required=False)
    page = forms.IntegerField(required=False, min_value=1)


@dataclass(frozen=True)
class ListingQuery:
    """A query string that was understood; ``as_query`` writes it back, with changes."""

    text: str = ""
    sort: str = ""
    layout: str = ""
    page: int = 1
    exact: bool = False
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    looks: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, data: QueryDict, listing: Listing) -> "ListingQuery":
        """Return what ``data`` asks of ``listing``; unknown names and words are left out."""
        form = ListingForm(data)
        form.is_valid()  # A field in error is absent from cleaned_data: the default serves.
        clean = form.cleaned_data
        return cls(
            text=" ".join((clean.get(TEXT) or "").replace("\0", "").split())[:MAX_TEXT],
            sort=_known(clean.get(SORT), [sort.name for sort in listing.sorts]),
            layout=_known(clean.get(LAYOUT), listing.layouts),
            page=clean.get(PAGE) or 1,
            exact=bool(data.get(EXACT)),
            values={
                facet.name: tuple(dict.fromkeys(_words(data.getlist(facet.name))))
                for facet in listing.facets
            },
            looks={
                look.name: _known(data.get(look.name), [word for word, _label in look.choices[1:]])
                for look in listing.looks
            },
        )

    def as_query(self, **changes: object) -> str:
        """Return ``"?…"`` for this query with some parameters changed; back to page 1.

        ``changes`` takes the field names of this class; ``values`` and ``looks`` replace those
        given.
        """
        values = {**self.values, **changes.pop("values", {})}  # type: ignore[dict-item]
        looks = {**self.looks, **changes.pop("looks", {})}  # type: ignore[dict-item]
        text = changes.get("text", self.text)
        fields = {
            TEXT: text,
            EXACT: "1" if text and changes.get("exact", self.exact) else "",
            SORT: changes.get("sort", self.sort),
            LAYOUT: changes.get("layout", self.layout),
            **looks,
            PAGE: changes.get("page", 1),
        }
        pairs = [(name, value) for name, chosen in values.items() for value in chosen]
        pairs += [
            (name, str(value))
            for name, value in fields.items()
            if value and (name, value) != (PAGE, 1)
        ]
        return f"?{urlencode(pairs)}" if pairs else "?"


def _known(word: str | None, names: "list[str] | tuple[str, ...]") -> str:
    return word if word and word in names else ""


def _words(values: list[str]) -> list[str]:
    few = values[:MAX_VALUES]
    return [value for value in few if 0 < len(value) <= MAX_VALUE and "\0" not in value]
