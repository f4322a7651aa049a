"""The pages of a plugin that is left out are neither served nor listed."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from wagtail.models import Page, Site

from community.plugins.orphans import hide_orphan, without_orphans

pytestmark = pytest.mark.django_db


@pytest.fixture
def site_root() -> Page:
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def orphan(site_root) -> Page:
    gone = ContentType.objects.create(app_label="gone", model="gonepage")
    return site_root.add_child(instance=Page(title="Gone", slug="gone", content_type=gone))


def test_an_orphan_is_not_found(orphan, rf):
    with pytest.raises(Http404, match="gone"):
        hide_orphan(orphan, rf.get("/gone/"), [], {})


def test_a_page_of_an_installed_type_is_served(site_root, rf):
    page = site_root.add_child(instance=Page(title="Here", slug="here"))
    hide_orphan(page, rf.get("/here/"), [], {})


def test_the_first_page_of_a_site_is_served_whatever_its_type(site_root, orphan, rf):
    Page.objects.filter(pk=site_root.pk).update(content_type=orphan.content_type)
    hide_orphan(Page.objects.get(pk=site_root.pk), rf.get("/"), [], {})


def test_lists_leave_orphans_out_for_no_query_of_their_own(
    site_root, orphan, django_assert_num_queries
):
    without_orphans(Page.objects.all())
    with django_assert_num_queries(1):
        found = list(without_orphans(Page.objects.child_of(site_root)))
    assert orphan not in found
    with django_assert_num_queries(0):
        every = without_orphans(Page.objects.all())
    assert site_root in every
