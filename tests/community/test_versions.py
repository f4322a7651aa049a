"""What becomes of the versions of a page: what points to them, and what happens to the original."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from community.models import PageRelation, Theme
from community.translating.waiting import (
    CHANGED,
    DRAFT,
    UNTRANSLATED,
    translations_panel,
    untranslated_pages,
    waiting_translations,
)
from defis.models import DefiIndexPage, DefiMethod, DefiPage, FollowUpPage
from home.models import ContentPage, NewsIndexPage
from methods.models import MethodPage, RolePage
from tests.page_types import example
from tests.translating import publish, published_in, submitted, translate_all

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.fixture
def user(account):
    return account("editor")


@pytest.fixture
def in_english(english, user):
    """Give the published English version of a page, which had none."""

    def make(page):
        if former := page.get_translation_or_none(english):
            former.specific.delete()
        return published_in(page, english, user)

    return make


@pytest.fixture
def about(in_english):
    """A page and its English version."""
    page = example(ContentPage)
    return page, in_english(page)


def test_a_page_points_to_the_versions_in_its_language(in_english, english, client, editor, user):
    placed = DefiPage.objects.live().filter(edition__isnull=False, campus__isnull=False)
    defi = placed.filter(locale__language_code="fr").order_by("path").first()
    method = example(MethodPage)
    defi.defi_methods.create(method=method, locale=defi.locale)
    PageRelation.objects.create(page=defi, related=method, locale=defi.locale)
    for page in (defi.edition, method):
        if former := page.get_translation_or_none(english):
            former.specific.delete()
    index, twin = in_english(example(DefiIndexPage)), in_english(defi)

    # Not translated yet: the French ones, marked so, on the page and in the list.
    assert twin.edition == defi.edition
    html = client.get(twin.url).content.decode()
    link = f'<a href="{method.url}" lang="fr" hreflang="fr">{method.title}</a>'
    assert html.count(link) == 2  # Among the methods used, and the related pages.
    assert f'<a href="{defi.edition.url}" hreflang="fr">' in html
    listed = client.get(index.url).content.decode()
    assert f'value="{defi.edition.slug}"' in listed

    # They come out: what pointed to the French ones follows, filters and backlinks with it.
    edition, tool = in_english(defi.edition), in_english(method)
    twin.refresh_from_db()
    assert twin.edition.pk == edition.pk
    assert {row.method_id for row in twin.defi_methods.all()} >= {tool.pk}
    html = client.get(twin.url).content.decode()
    assert html.count(f'<a href="{tool.url}">{tool.title}</a>') == 2
    assert f'href="{twin.url}"' in client.get(edition.url).content.decode()
    assert f'href="{twin.url}"' in client.get(tool.url).content.decode()
    assert DefiPage.objects.get(pk=defi.pk).edition == defi.edition  # The French one stays.

    # Translated again, they are kept; hidden, they give place to the French; deleted as well.
    submitted(defi, english, user).save_target(publish=False)
    assert tool.pk in used_by(twin)
    tool.unpublish()
    assert used_by(twin) & {tool.pk, method.pk} == {method.pk}
    tool.save_revision().publish()
    assert tool.pk in used_by(twin)
    editor.post(reverse("wagtailadmin_pages:delete", args=[tool.pk]))
    assert not Page.objects.filter(pk=tool.pk).exists()
    assert method.pk in used_by(twin)


def used_by(defi: DefiPage) -> set[int]:
    """The keys of the methods that ``defi`` says it used, as stored."""
    return set(DefiMethod.objects.filter(page=defi.pk).values_list("method_id", flat=True))


def test_links_in_texts_lead_to_the_version_of_the_language(about, in_english, client):
    page, _twin = about
    role = example(RolePage)
    page.body = [("paragraph", f'<p>Voyez <a linktype="page" id="{role.pk}">ce rôle</a>.</p>')]
    page.save_revision().publish()
    twin = in_english(page)
    assert f'href="{role.url}"' in client.get(twin.url).content.decode()
    there = in_english(role)
    assert f'href="{there.url}"' in client.get(twin.url).content.decode()


def test_a_page_hidden_is_hidden_in_every_language(about, editor, client):
    page, twin = about
    address = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    assert editor.get(address).context["translation_count"] == 1
    editor.post(address)
    assert client.get(twin.url).status_code == 404
    # The other way round, the original stays.
    page.refresh_from_db()
    page.save_revision().publish()
    assert not ContentPage.objects.get(pk=twin.pk).live
    twin.refresh_from_db()
    twin.save_revision().publish()
    bulk(editor, "unpublish", ContentPage.objects.get(pk=twin.pk))
    assert client.get(page.url).status_code == 200
    bulk(editor, "unpublish", page)
    assert not Page.objects.filter(translation_key=page.translation_key, live=True).exists()


def bulk(editor: Client, action: str, *pages: Page, **data: str):
    """Do something to several pages at once, as the list of pages offers it."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    chosen = "&".join(f"id={page.pk}" for page in pages)
    response = editor.post(f"{address}?{chosen}&next=/admin/", data)
    assert response.status_code == 302, response.content[-2000:]
    return response


@pytest.mark.parametrize("at_once", [False, True])
def test_a_page_deleted_is_deleted_in_every_language(at_once, about, editor):
    page, _twin = about
    if at_once:
        bulk(editor, "delete", page)
    else:
        editor.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not Page.objects.filter(translation_key=page.translation_key).exists()


def test_a_translation_deleted_leaves_the_original(about, editor):
    page, twin = about
    bulk(editor, "delete", twin)
    assert Page.objects.filter(translation_key=page.translation_key).get().pk == page.pk


@pytest.mark.parametrize("at_once", [False, True])
def test_a_page_moved_takes_its_versions_along(at_once, about, editor, client, english):
    page, twin = about
    place = ContentPage.objects.exclude(pk=page.pk).filter(locale=page.locale, depth=3).first()
    PageViewRestriction.objects.create(page=place, restriction_type=PageViewRestriction.LOGIN)
    assert not place.has_translation(english) or place.get_translation(english).delete()
    if at_once:
        bulk(editor, "move", page, chooser=str(place.pk))
    else:
        editor.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, place.pk]))
    page, twin = Page.objects.get(pk=page.pk), Page.objects.get(pk=twin.pk)
    assert page.get_parent().pk == place.pk
    assert twin.get_parent().translation_key == place.translation_key
    # The place is private, and nothing of it shows in the other language.
    assert "login" in client.get(twin.url).url or client.get(twin.url).status_code == 302
    assert twin.title not in client.get("/en/plan-du-site/").content.decode()


def test_a_page_closed_is_closed_in_every_language(about, editor, client, user):
    page, twin = about
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    asked = {"restriction_type": "password", "password": "un mot de passe"}
    assert editor.post(address, asked).status_code == 200
    assert client.get(twin.url).status_code == 200
    assert "password" in client.get(twin.url).content.decode()
    assert twin.title not in client.get("/en/plan-du-site/").content.decode()
    group = user.groups.first()
    editor.post(address, {"restriction_type": "groups", "groups": [group.pk]})
    own = twin.view_restrictions.get()
    assert (own.restriction_type, list(own.groups.all())) == ("groups", [group])
    assert client.get(twin.url).status_code == 302
    editor.post(address, {"restriction_type": "none"})
    assert client.get(twin.url).status_code == 200
    assert not twin.view_restrictions.exists()

    # Deleted while private: nothing opens on the way.
    editor.post(address, {"restriction_type": "login"})
    page.delete()
    assert not Page.objects.filter(pk=twin.pk, live=True).exists()


def test_a_private_page_is_translated_privately(english, user, client):
    page = example(ContentPage)
    if former := page.get_translation_or_none(english):
        former.specific.delete()
    group = user.groups.first()
    closed = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    closed.groups.set([group])
    twin = published_in(page, english, user)
    assert client.get(twin.url).status_code == 302
    assert list(twin.view_restrictions.get().groups.all()) == [group]


def test_an_alias_that_is_being_translated_is_no_french_page_in_english(english, user, client):
    page = example(NewsIndexPage)
    if former := page.get_translation_or_none(english):
        former.specific.delete()
    alias = page.copy_for_translation(english, copy_parents=True, alias=True)
    assert ' lang="fr">' in client.get(alias.url).content.decode()
    submitted(page, english, user)
    assert client.get(alias.url).status_code == 404


def test_what_is_no_text_is_the_same_in_every_language(in_english):
    told = FollowUpPage.objects.live().filter(locale__language_code="fr").first()
    defi = DefiPage.objects.parent_of(told).get()
    twin = in_english(defi)
    assert (twin.state, twin.number, twin.initial_state) == (
        defi.state,
        defi.number,
        defi.initial_state,
    )
    assert {tag.name for tag in twin.tags.all()} == {tag.name for tag in defi.tags.all()}
    assert {row.person_id for row in twin.credits.all()} == {
        row.person_id for row in defi.credits.all()
    }
    # A follow-up told in one language changes the state in both.
    new = FollowUpPage(title="Un essai", date="2030-01-01", state="deployed", locale=defi.locale)
    defi.add_child(instance=new)
    new.save_revision().publish()
    states = DefiPage.objects.filter(translation_key=defi.translation_key)
    assert set(states.values_list("state", flat=True)) == {"deployed"}


def test_editors_are_told_what_is_to_be_translated(
    english, user, editor, asked, account, django_assert_max_num_queries
):
    page = example(ContentPage)
    if former := page.get_translation_or_none(english):
        former.specific.delete()
    request = asked("/admin/", user)
    offer = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert page.pk in untranslated_pages(request, english).values_list("pk", flat=True)
    listed = editor.get(reverse("untranslated_results") + "?langue=en&p=1")
    assert offer.rpartition(f"{page.pk}")[0] in listed.content.decode()
    assert editor.get(reverse("untranslated") + "?langue=%00zz").status_code == 200

    def task() -> int | None:
        found = waiting_translations(request).filter(translation_key=page.translation_key)
        return found.values_list("task", flat=True).first()

    translation = submitted(page, english, user)
    assert task() == UNTRANSLATED
    assert page.pk not in untranslated_pages(request, english).values_list("pk", flat=True)
    translate_all(translation)
    assert task() == DRAFT
    publish(translation, user)
    assert task() is None
    page.summary = "Tout autre chose."
    page.save_revision().publish()
    assert task() == CHANGED
    bring_in = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    assert bring_in in editor.get(reverse("wagtailadmin_home")).content.decode()
    translation.source.update_from_db()
    assert task() == UNTRANSLATED
    home = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert 'id="community-translations' in home
    assert reverse("wagtailadmin_pages:edit", args=[page.get_translation(english).pk]) in home
    with django_assert_max_num_queries(14):
        before = translations_panel(request)["words"]
    # The theme of a page is submitted with it, under the name it has, and its scheme.
    theme = Theme.objects.filter(locale=page.locale).first()
    theme.pk, theme.slug, theme.translation_key = None, "quinquets", uuid4()
    theme.save()
    submitted(theme, english, user)
    assert translations_panel(request)["words"] > before
    # Who may not translate is not asked to.
    assert translations_panel(asked("/admin/", account("porteur"))) is None
