"""Which documents of the library somebody may be told of: the one rule, for search and lists.

The library is no public shelf: it holds drafts, files of private follow-ups, documents that wait
for their page. A document is public through the pages that give it.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, IntegerField, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from community.models import CommunityDocument
from community.pages import once, visible
from community.pages.visibility import Language, refused

#: What a page plays and does not give to be read; captions may even wait to be reviewed.
NOT_READ = r"\.(mp4|webm|vtt)$"


def visible_documents(
    request: HttpRequest, *, language: Language = "active"
) -> "QuerySet[CommunityDocument]":
    """Return the documents that the visitor may see, each once: to search, filter, sort, count.

    A page that the visitor may see (:func:`community.pages.visible`, in ``language``) refers to
    each of them in what it publishes, and none is in a collection that is closed to them. The
    collections are read once per request, in one query; the rest is one sub-query. Each comes with
    its ``text``.
    """
    types = ContentType.objects.get_for_models(CommunityDocument, Page)
    # As texts, which the index holds: other rows of it may have keys that are no numbers.
    pages = visible(request, language=language).order_by()
    pages = pages.annotate(as_text=Cast("pk", CharField())).values("as_text")
    given = ReferenceIndex.objects.filter(
        base_content_type=types[Page], to_content_type=types[CommunityDocument], object_id__in=pages
    ).annotate(document_key=Cast("to_object_id", IntegerField()))
    documents = CommunityDocument.objects.filter(pk__in=given.values("document_key"))
    for path in _closed_collections(request):
        documents = documents.exclude(collection__path__startswith=path)
    return documents.exclude(file__iregex=NOT_READ).select_related("reading")


def _closed_collections(request: HttpRequest) -> list[str]:
    """The tree paths of the collections that this visitor may not open."""

    def read() -> list[str]:
        kind = CollectionViewRestriction
        closed = kind.objects.filter(refused(request, kind))
        return sorted(set(closed.values_list("collection__path", flat=True)))

    return once(request, "media.closed_collections", read)
