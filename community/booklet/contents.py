"""The pages of a booklet, and what may be done with them together."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from community.models import Licence
from community.pages import visible
from community.printing import Sheet

NON_COMMERCIAL = (Licence.CC_BY_NC_SA, Licence.CC_BY_NC_SA_3_FR)
SHARE_ALIKE = (*NON_COMMERCIAL, Licence.CC_BY_SA)


def pages_of(request: HttpRequest, keys: tuple[int, ...]) -> list[Any]:
    """Return the pages that the visitor may see and print, in this order, in any language.

    As many queries for sixty pages as for one of each type.
    """
    found: dict[int, Any] = {}
    asked = visible(request, language="all").filter(pk__in=keys).select_related("content_type")
    by_model: dict[Any, list[int]] = {}
    for page in asked:
        model = page.specific_class
        if getattr(model, "printable", False):
            by_model.setdefault(model, []).append(page.pk)
    for model, own in by_model.items():
        rows = model.objects.filter(pk__in=own).select_related(*model.detail_related)
        found |= {page.pk: page for page in rows.prefetch_related(*model.sheet_rows)}
    return [found[key] for key in keys if key in found]


def printable_only(pages: Any) -> list[Page]:
    """Return those of some pages that can be put in a booklet."""
    return [page for page in pages if getattr(page.specific_class, "printable", False)]


def warnings(sheets: list[Sheet]) -> list[str]:
    """Return what whoever hands the booklet on must know about its licences.

    A booklet is a collection: each text keeps its own licence. Creative Commons has no licence
    that fits a text made of two share-alike ones, and a single NC text binds the whole booklet.
    """
    licences = {sheet.licence for sheet in sheets}
    found = []
    if licences & set(NON_COMMERCIAL):
        found.append(_("Some texts forbid commercial use: this booklet must not be sold."))
    if len(licences & set(SHARE_ALIKE)) > 1:
        found.append(
            _("Some texts have share-alike licences that differ: do not merge them into one text.")
        )
    reserved = sum(sheet.licence == Licence.ALL_RIGHTS for sheet in sheets)
    if reserved:
        found.append(
            ngettext(
                "The rights of %(n)s text are reserved: ask before you hand it on.",
                "The rights of %(n)s texts are reserved: ask before you hand them on.",
                reserved,
            )
            % {"n": reserved}
        )
    return found
