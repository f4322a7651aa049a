"""What refers to a thing, read from Wagtail's reference index, and the pages above a page."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, F, IntegerField, QuerySet
from django.db.models.functions import Cast, Substr
from django.http import HttpRequest
from wagtail.models import Page, ReferenceIndex

from community.pages import visible

#: The tree path of the page just above, for ``annotate``.
PATH_ABOVE = Substr("path", 1, (F("depth") - 1) * Page.steplen)


def references(model: Any, targets: Iterable[str]) -> "QuerySet[ReferenceIndex]":
    """Return what pages refer to rows of ``model`` whose keys, as texts, are ``targets``."""
    types = ContentType.objects.get_for_models(model, Page)
    return ReferenceIndex.objects.filter(
        base_content_type=types[Page], to_content_type=types[model], to_object_id__in=targets
    )


def referring_keys(found: "QuerySet[ReferenceIndex]") -> Any:
    """Return the keys of the pages that refer, as a sub-query."""
    return found.annotate(page_key=Cast("object_id", IntegerField())).values("page_key")


def in_use(request: HttpRequest, model: Any, targets: Iterable[str]) -> set[str]:
    """Return those of ``targets`` that a page which the visitor may see refers to."""
    pages = visible(request, language="all").annotate(as_text=Cast("pk", CharField()))
    found = references(model, targets).filter(object_id__in=pages.values("as_text"))
    return set(found.order_by().values_list("to_object_id", flat=True).distinct())
