"""``visible(request)``: live, permitted to this visitor, on this site, in this language."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone, translation
from wagtail.models import Page, PageViewRestriction, Site

from community.pages import is_visible, visible
from defis.models import DefiPage, FollowUpPage
from home.models import ContentPage, HomePage
from tests.page_types import example

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return example(DefiPage)


def seen(request, page) -> bool:
    """Return whether both ways of asking say that ``page`` may be seen; they must agree."""
    listed = visible(request, DefiPage).filter(pk=page.pk).exists()
    assert is_visible(request, Page.objects.get(pk=page.pk)) is listed
    return listed


def restrict(page, kind: str, **values) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, **values)


def test_a_live_public_page_is_seen(asked, page):
    assert seen(asked(), page)


def test_a_page_never_published_is_not(asked, page):
    page.live = False
    page.save()
    assert not seen(asked(), page)


def test_an_unpublished_page_is_not(asked, page):
    page.unpublish()
    assert not seen(asked(), page)


def test_a_page_whose_hour_has_not_come_is_not(asked, page, account):
    page.unpublish()
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision(user=account("editor")).publish()
    page.refresh_from_db()
    assert page.approved_schedule
    assert not seen(asked(), page)


def test_a_page_for_members_is_seen_by_members(asked, page, account):
    restrict(page, PageViewRestriction.LOGIN)
    assert not seen(asked(), page)
    assert seen(asked(user=account("porteur")), page)


def test_a_page_for_a_group_is_seen_by_that_group(asked, page, account):
    group = Group.objects.create(name="Équipe de Rennes")
    restrict(page, PageViewRestriction.GROUPS).groups.add(group)
    user = account("porteur")
    assert not seen(asked(), page)
    assert not seen(asked(user=user), page)
    user.groups.add(group)
    assert seen(asked(user=user), page)


def test_a_page_with_a_password_is_seen_once_it_was_given(asked, page):
    restriction = restrict(page, PageViewRestriction.PASSWORD, password="sésame")
    request = asked()
    assert not seen(request, page)
    request = asked()
    request.session[PageViewRestriction.passed_view_restrictions_session_key] = [restriction.pk]
    assert seen(request, page)


@pytest.mark.parametrize("above", [DefiPage, HomePage])
def test_what_stands_below_a_private_page_is_private(above, asked, page):
    restrict(page.get_parent() if above is DefiPage else example(HomePage), "login")
    assert not seen(asked(), page)


def test_the_title_of_a_neighbour_whose_path_begins_alike_is_seen(asked):
    """Paths are cut into steps: hiding one page hides its descendants, not its neighbours."""
    french = DefiPage.objects.live().filter(locale__language_code="fr")
    pages = list(french.order_by("path"))
    restrict(pages[0], PageViewRestriction.LOGIN)
    assert set(visible(asked(), DefiPage)) == set(pages[1:])


def test_each_site_sees_its_own_pages(asked, page, french):
    root = Page.get_first_root_node()
    home = HomePage(title="Un autre site", slug="autre", locale=french)
    root.add_child(instance=home)
    other = home.add_child(instance=ContentPage(title="Ailleurs", slug="ailleurs"))
    Site.objects.create(hostname="autre.example", root_page=home)
    here = asked()
    there = asked()
    there.META["HTTP_HOST"] = "autre.example"
    assert set(visible(there)) == {home.page_ptr, other.page_ptr}
    assert not visible(here).filter(pk__in=[home.pk, other.pk]).exists()
    assert not visible(there, DefiPage).exists()
    assert is_visible(there, other.page_ptr)
    assert not is_visible(there, page.page_ptr)


def test_a_site_whose_path_begins_like_another_is_another(asked, french):
    """The second home page is a sibling of the first; nothing of one is below the other."""
    home = HomePage.objects.get(locale=french)
    twin = HomePage(title="Un autre", slug="autre", locale=french)
    Page.get_first_root_node().add_child(instance=twin)
    assert not visible(asked()).filter(pk=twin.pk).exists()
    assert visible(asked()).filter(pk=home.pk).exists()


def test_each_language_sees_its_own_pages(asked, page, english):
    with translation.override("en"):
        request = asked("/en/")
        own = DefiPage.objects.live().filter(locale=english, alias_of=None)
        assert set(visible(request, DefiPage)) == set(own)
        assert set(visible(request).values_list("locale", flat=True)) == {english.pk}
        everything = visible(asked(), language="all")
        assert len(set(everything.values_list("locale", flat=True))) == 2


def test_without_a_site_nothing_is_seen(asked, page, site):
    site.delete()
    assert not visible(asked()).exists()
    assert not is_visible(asked(), page.page_ptr)


def test_thousands_of_private_pages_cost_no_more_than_a_few(
    asked, page, account, django_assert_max_num_queries
):
    """What teams keep to themselves is one restriction for each follow-up."""
    group = Group.objects.create(name="Équipe")
    user = account("porteur")
    user.groups.add(group)
    pages = [
        page.add_child(
            instance=FollowUpPage(title=f"Suivi {n}", date=date(2019, 1, 1), state="testing")
        )
        for n in range(3)
    ]
    for one in pages:
        restrict(one, PageViewRestriction.GROUPS).groups.add(group)
    for request, seen_by in ((asked(), 0), (asked(user=user), 3)):
        with django_assert_max_num_queries(6):
            found = visible(request, FollowUpPage).filter(pk__in=[one.pk for one in pages])
            assert len(found) == seen_by
            assert [is_visible(request, one) for one in pages] == [bool(seen_by)] * 3
