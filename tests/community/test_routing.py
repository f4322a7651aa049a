"""Finding a page in two queries gives what Wagtail gives level by level; so do restrictions."""

from unittest import mock

import pytest
from django.contrib.auth.models import Group
from django.http import Http404
from wagtail.models import Page, PageViewRestriction

from community.pages import CommunityPage
from defis.models import DefiIndexPage, DefiPage, FollowUpPage
from home.models import ContentPage, HomePage, NewsPage
from tests.page_types import example

pytestmark = pytest.mark.django_db


def outcome(home, request, components):
    try:
        found, args, kwargs = home.route(request, list(components))
    except Http404:
        return "not found"
    view = args[0].__name__ if args else ""
    return type(found), found.pk, view, kwargs


def both(home, request, components):
    """Return what our routing finds, once it was compared with Wagtail's."""
    ours = outcome(home, request, components)
    with mock.patch.object(CommunityPage, "route", Page.route):
        assert ours == outcome(home, request, components), components
    return ours


def test_every_page_is_found_as_wagtail_finds_it(asked):
    home, request = example(HomePage), asked()
    pages = Page.objects.descendant_of(home).live().order_by("path")
    assert len(pages) > 100
    for page in pages:
        components = page.url_path.removeprefix(home.url_path).strip("/").split("/")
        assert both(home, request, components) != "not found", page


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "defis/nothing",
        "defis/flux",
        "defis/flux/more",
        "defis/2018-rennes-1-glaciere/flux",
        "defis/2018-rennes-1-glaciere/une-grille-sur-la-table/more",
        "une-grille-sur-la-table",
        "defis/defis",
        "editions/2018/cluny",
        "editions/2018/2018",
        "accueil",
        "DEFIS",
        "défis",
    ],
)
def test_so_is_every_address_that_leads_nowhere(path, asked):
    both(example(HomePage), asked(), path.split("/"))


def test_a_draft_is_not_found_nor_what_it_hides(asked, client):
    home, request = example(HomePage), asked()
    index = example(DefiIndexPage)
    Page.objects.filter(pk=index.pk).update(live=False)
    assert both(home, request, ["defis"]) == "not found"
    assert both(home, request, ["defis", "flux"]) == "not found"
    both(home, request, ["defis", "2018-rennes-1-glaciere"])
    assert client.get("/defis/flux/").status_code == 404


def test_a_page_of_the_other_home_is_not_found(asked):
    request = asked()
    assert both(example(HomePage), request, ["home"]) == "not found"


def restrictions(page) -> set[int]:
    ours = set(page.specific.get_view_restrictions().values_list("pk", flat=True))
    wagtail = set(Page.get_view_restrictions(page.specific).values_list("pk", flat=True))
    assert ours == wagtail
    return ours


def test_restrictions_are_those_that_wagtail_finds():
    defi, follow_up = example(DefiPage), example(FollowUpPage)
    assert not restrictions(follow_up)
    above = PageViewRestriction.objects.create(page=defi.get_parent(), restriction_type="login")
    own = PageViewRestriction.objects.create(page=follow_up, restriction_type="groups")
    own.groups.add(Group.objects.first())
    assert restrictions(follow_up) == {above.pk, own.pk}
    assert restrictions(defi) == {above.pk}
    assert not restrictions(example(HomePage))


def test_an_alias_is_as_private_as_its_source(client, asked):
    source = example(ContentPage)
    alias = source.create_alias(update_slug="alias", parent=example(HomePage))
    assert client.get(alias.get_url()).status_code == 200
    restriction = PageViewRestriction.objects.create(page=source, restriction_type="login")
    assert restrictions(alias) == {restriction.pk}
    assert client.get(alias.get_url()).status_code == 302
    assert alias.get_url() not in client.get("/plan-du-site/").content.decode()


def test_a_page_is_served_with_fewer_queries_and_nothing_else_changes(client):
    """The home page is not read to find what stands below it; drafts and unknown ones are 404."""
    defi = example(DefiPage)
    assert client.get(defi.get_url()).context["page"] == defi
    assert client.get("/en/").context["page"] == example(HomePage, "en")
    assert client.get(f"/en{example(NewsPage).get_url()}").status_code == 404
    assert client.get(f"{defi.get_url()}rien/").status_code == 404
    Page.objects.filter(pk=defi.pk).update(live=False)
    assert client.get(defi.get_url()).status_code == 404
