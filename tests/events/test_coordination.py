"""A site is edited by its own coordinators, and by them alone."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Collection, Locale, PageViewRestriction

from community.models import CommunityImage
from events.coordination.groups import coordinators_group
from events.models import CampusCoordination, CampusPage, EditionPage, SessionPage
from tests.filling import page_form
from tests.translating import version

pytestmark = pytest.mark.django_db


def site(slug: str, year: int = 2018) -> CampusPage:
    edition = EditionPage.objects.get(year=year, locale__language_code="fr")
    return CampusPage.objects.child_of(edition).get(slug=slug)


@pytest.fixture
def rennes() -> CampusPage:
    return site("rennes")


@pytest.fixture
def sacha(signed_in):
    """The browser of the one who coordinates Rennes."""
    return signed_in("campus")


def opens(client, name: str, *args) -> bool:
    return client.get(reverse(f"wagtailadmin_pages:{name}", args=args)).status_code == 200


def test_the_coordinator_of_a_site_edits_it_and_what_is_below_and_nothing_else(
    sacha, account, rennes
):
    reunion, edition = site("la-reunion"), rennes.edition
    assert opens(sacha, "edit", rennes.pk)
    assert opens(sacha, "unpublish", rennes.pk)
    for other in (reunion, edition, site("cluny", 2017), edition.get_parent().specific):
        assert not opens(sacha, "edit", other.pk)
        assert not opens(sacha, "unpublish", other.pk)
        assert not opens(sacha, "delete", other.pk)
        assert not opens(sacha, "add", "events", "campuspage", other.pk)
        assert not other.permissions_for_user(account("campus")).can_set_view_restrictions()
    # Their own site is published by them, but goes nowhere without those who hold the edition.
    assert not opens(sacha, "delete", rennes.pk)
    assert not opens(sacha, "move", rennes.pk)
    own = SessionPage.objects.child_of(rennes).first()
    assert opens(sacha, "edit", own.pk)
    assert opens(sacha, "delete", own.pk)
    shared = SessionPage.objects.child_of(edition).first()
    assert not opens(sacha, "edit", shared.pk)
    assert opens(sacha, "add", "events", "sessionpage", rennes.pk)
    assert not opens(sacha, "add", "events", "sessionpage", reunion.pk)

    form = page_form(rennes, account("campus"), edition)
    rows = {
        f"{name}-{part}": value
        for name in form.formsets
        for part, value in (("TOTAL_FORMS", "0"), ("INITIAL_FORMS", "0"))
    }
    data = {**rows, "title": "Rennes", "slug": "rennes", "time_zone": "Europe/Paris"}
    data |= {"venue": "Une autre maison", "body-count": "0", "practical-count": "0"}
    edit = reverse("wagtailadmin_pages:edit", args=[rennes.pk])
    response = sacha.post(edit, {**data, "action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    rennes.refresh_from_db()
    assert rennes.venue == "Une autre maison"
    refused = sacha.post(reverse("wagtailadmin_pages:edit", args=[reunion.pk]), data)
    assert refused.status_code in (302, 403)
    reunion.refresh_from_db()
    assert reunion.title == "La Réunion"


def test_they_keep_the_images_of_their_own_collection(sacha, rennes):
    own = CampusCoordination.objects.get(translation_key=rennes.translation_key).collection
    image = CommunityImage.objects.first()
    address = reverse("wagtailimages:edit", args=[image.pk])
    assert sacha.get(address).status_code == 302
    image.collection = own
    image.save()
    assert sacha.get(address).status_code == 200
    for name in ("wagtailsnippets_community_person:list", "wagtailusers_users:index"):
        assert sacha.get(reverse(name)).status_code in (302, 403)


def test_the_group_comes_changes_and_goes_with_the_site(rennes):
    group = coordinators_group(rennes)
    assert group.name == "Coordination – Rennes 2018"
    assert coordinators_group(rennes) == group
    # Its version in another language is theirs too.
    twin = version(rennes, Locale.objects.get(language_code="en"))
    paths = {right.page_id for right in group.page_permissions.all()}
    assert paths == {rennes.pk, twin.pk}

    rennes.title = "Rennes Métropole"
    rennes.save_revision().publish()
    group.refresh_from_db()
    assert group.name == "Coordination – Rennes Métropole 2018"
    again = rennes.copy(update_attrs={"slug": "encore"}, log_action=None)
    assert coordinators_group(again).name == "Coordination – Rennes Métropole 2018 (2)"
    edition = EditionPage.objects.parent_of(rennes).get()
    edition.year = 2020
    edition.save_revision().publish()
    group.refresh_from_db()
    assert group.name == "Coordination – Rennes Métropole 2020"

    collection = CampusCoordination.objects.get(group=group).collection
    assert collection.name.startswith("Coordination – Rennes")
    CampusPage.objects.get(pk=twin.pk).delete()
    assert Group.objects.filter(pk=group.pk).exists()
    CampusPage.objects.get(pk=rennes.pk).delete()
    assert not Group.objects.filter(pk=group.pk).exists()
    assert not Collection.objects.filter(pk=collection.pk).exists()


def test_accounts_are_added_and_removed_by_those_who_hold_the_edition(
    editor, sacha, account, rennes
):
    reunion = site("la-reunion")
    address = reverse("events_coordination", args=[reunion.pk])
    claude = account("porteur")
    assert sacha.get(reverse("events_coordination", args=[rennes.pk])).status_code == 302
    assert (
        address in editor.get(reverse("wagtailadmin_explore", args=[reunion.pk])).content.decode()
    )

    for junk in ("", "pas une adresse", "personne@maillage.example", "a" * 300, "\0"):
        response = editor.post(address, {"email": junk})
        assert response.status_code == 200
        assert response.context["form"].errors
    for junk in ("", "x", "9" * 40, "\0", "²"):
        assert editor.post(address, {"remove": junk}).status_code == 302
    editor.post(address, {"email": claude.email.upper()})
    assert claude in coordinators_group(reunion).user_set.all()
    assert claude.email in editor.get(address).content.decode()
    editor.post(address, {"remove": str(claude.pk)})
    assert not coordinators_group(reunion).user_set.exists()
    assert editor.get(reverse("events_coordination", args=[10**6])).status_code == 404


def test_a_private_site_and_its_group_show_nowhere(client, rennes):
    PageViewRestriction.objects.create(page=rennes, restriction_type="login")
    html = client.get(rennes.edition.get_url()).content.decode()
    assert rennes.get_url() not in html
    assert "Coordination –" not in html
