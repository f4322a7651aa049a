"""Documents as the search finds them: those that a page which the visitor may see offers."""

from collections.abc import Sequence
from typing import Any

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from community.following.references import references
from community.media.visible_documents import visible_documents
from community.models import CommunityDocument

from .sources import Result, SearchSource


def document_source(request: HttpRequest) -> SearchSource:
    """Return the documents that this visitor may see."""
    return SearchSource(
        "fichier",
        _("file"),
        _("files to download"),
        visible_documents(request),
        _results,
        carriers=_pairs,
    )


def _pairs(documents: QuerySet) -> list[tuple[int, int]]:
    """Return the keys of pages with those of ``documents`` that they refer to: one query."""
    keys = documents.order_by().annotate(as_text=Cast("pk", CharField())).values("as_text")
    found: Any = references(CommunityDocument, keys).values_list("object_id", "to_object_id")
    return [(int(page), int(document)) for page, document in found.distinct()]


def _results(documents: Sequence[CommunityDocument], request: HttpRequest) -> list[Result]:
    return [
        Result(document.title, document.url, document.text, facts=_facts(document))
        for document in documents
    ]


def _facts(document: CommunityDocument) -> str:
    weight = filesizeformat(document.file_size) if document.file_size else ""
    return ", ".join(fact for fact in (document.file_extension.upper(), weight) if fact)
