"""A document of the library is public through a page that gives it, and only so."""

import json

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from community.media.visible_documents import visible_documents
from community.models import CommunityDocument
from home.models import ContentPage, HomePage
from tests.page_types import example

pytestmark = pytest.mark.django_db


def stored(name: str = "guide.pdf", title: str = "Un guide", **fields) -> CommunityDocument:
    return CommunityDocument.objects.create(title=title, file=ContentFile(b"x", name), **fields)


def giving(document: CommunityDocument, **fields) -> ContentPage:
    """A page that gives ``document``, live unless said otherwise."""
    block = {"type": "document", "value": {"document": document.pk, "label": ""}}
    page = ContentPage(title=f"Page {document.pk}", body=json.dumps([block]), **fields)
    return example(HomePage).add_child(instance=page)


def seen(request, document: CommunityDocument) -> bool:
    return visible_documents(request).filter(pk=document.pk).exists()


@pytest.fixture
def document(db):
    return stored()


def test_a_document_is_seen_while_a_page_gives_it(asked, document):
    assert not seen(asked(), document)
    page = giving(document)
    other = giving(document)
    assert visible_documents(asked()).filter(pk=document.pk).count() == 1
    other.unpublish()
    page.body = []
    page.save_revision()
    assert seen(asked(), document)  # The draft no longer gives it, what is published does.
    page.save_revision().publish()
    assert not seen(asked(), document)


def test_a_draft_a_private_page_and_a_page_left_out_give_nothing(asked, document, account):
    page = giving(document, live=False)
    assert not seen(asked(), document)
    page.save_revision().publish()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert not seen(asked(), document)
    assert seen(asked(user=account("porteur")), document)
    restriction.delete()
    assert seen(asked(), document)
    gone = ContentType.objects.create(app_label="gone", model="gonepage")
    Page.objects.filter(pk=page.pk).update(content_type=gone)
    assert not seen(asked(), document)


def test_the_language_is_that_of_the_pages(asked, document):
    giving(document)
    with translation.override("en"):
        assert not seen(asked(), document)
        assert visible_documents(asked(), language="all").filter(pk=document.pk).exists()


def test_a_closed_collection_keeps_its_documents_and_those_below(asked, account):
    above = Collection.get_first_root_node().add_child(name="Équipe")
    document = stored(collection=above.add_child(name="Dedans"))
    giving(document)
    assert seen(asked(), document)
    group = Group.objects.create(name="Équipe")
    closed = CollectionViewRestriction.objects.create(collection=above, restriction_type="groups")
    closed.groups.add(group)
    member = account("porteur")
    assert not seen(asked(), document)
    assert not seen(asked(user=member), document)
    member.groups.add(group)
    assert seen(asked(user=member), document)
    CollectionViewRestriction.objects.filter(pk=closed.pk).update(restriction_type="password")
    request = asked(user=member)
    assert not seen(request, document)
    request = asked()
    request.session[CollectionViewRestriction.passed_view_restrictions_session_key] = [closed.pk]
    assert seen(request, document)


def test_what_a_page_plays_is_no_document_to_read(asked):
    for name in ("film.mp4", "sous-titres.VTT"):
        document = stored(name)
        giving(document)
        assert not seen(asked(), document)


def test_the_number_of_queries_does_not_depend_on_documents_or_collections(asked, document):
    giving(document)
    request = asked()
    list(visible_documents(request))

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            list(visible_documents(asked()))
        return len(captured)

    before = cost()
    for place in range(4):
        collection = Collection.get_first_root_node().add_child(name=f"Collection {place}")
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
        giving(stored(collection=collection))
        giving(stored())
    assert cost() == before <= 4
