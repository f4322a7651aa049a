"""The directories: territories, organisations, people, themes, as editors keep them."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from community.models import Organisation, Person, Territory, Theme, ThemeScheme
from defis.models import DefiPage

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

MODELS = [model for model in get_snippet_models() if model._meta.app_label == "community"]
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def url(model, view: str, *arguments: object) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=arguments)


@every_model
def test_its_list_has_columns_and_opens(model, editor):
    assert len(model.snippet_viewset.list_display) > 1
    response = editor.get(url(model, "list"))
    assert response.status_code == 200
    assert str(model.objects.first()) in response.content.decode() or model.objects.count() > 20


@every_model
def test_it_is_opened_and_its_uses_are_listed(model, editor):
    for view in ("edit", "usage", "history", "delete"):
        assert editor.get(url(model, view, model.objects.first().pk)).status_code == 200


@pytest.mark.parametrize(
    ("model", "words", "name"),
    [
        (Organisation, "etel", "Étel"),
        (Person, "fleury", "Fleury"),
        (Territory, "bretagne", "Bretagne"),
        (Theme, "numerique", "numériques"),
    ],
)
def test_it_is_searched_without_accents(model, words, name, editor):
    response = editor.get(url(model, "list"), {"q": words})
    assert name in response.content.decode()
    found = response.context["object_list"]
    assert 0 < len(found) < model.objects.count()


@pytest.mark.parametrize("model", [Theme, ThemeScheme])
def test_a_short_name_given_twice_is_an_error_of_the_form(model, editor):
    one = model.objects.filter(locale__language_code="fr").first()
    data = {"name": "Un double", "slug": one.slug, "source": ""}
    if model is Theme:
        data["scheme"] = one.scheme_id
    response = editor.post(url(model, "add"), data)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not model.objects.filter(name="Un double").exists()


def test_what_a_defi_needs_is_not_deleted_under_it(editor):
    defi = DefiPage.objects.first()
    for one in (defi.porteurs.first().organisation, defi.territories.first().territory):
        response = editor.post(url(type(one), "delete", one.pk))
        assert response.status_code < 500
        assert type(one).objects.filter(pk=one.pk).exists()


def test_a_theme_that_pages_use_goes_with_its_rows_alone(editor):
    theme = Theme.objects.filter(slug="dynamiques-territoriales").get()
    count = DefiPage.objects.count()
    editor.post(url(Theme, "delete", theme.pk))
    assert not Theme.objects.filter(pk=theme.pk).exists()
    assert DefiPage.objects.count() == count


def test_a_territory_does_not_lie_in_itself():
    town = Territory.objects.get(name="Étel")
    region = town.region
    region.parent = town
    with pytest.raises(ValidationError) as refused:
        region.full_clean()
    assert "parent" in refused.value.error_dict


def test_the_region_follows_the_territories_above():
    town = Territory.objects.get(name="Étel")
    assert str(town.region) == "Bretagne"
    assert town.region.region == town.region
    above = town.parent
    above.parent = Territory.objects.get(name="Pays de la Loire", kind=Territory.Kind.REGION)
    above.save()
    assert str(Territory.objects.get(pk=town.pk).region) == "Pays de la Loire"


def test_names_are_not_addresses(account):
    """What stands for an account in histories and comments is a name, never an e-mail."""
    user = account("editor")
    assert str(user) == "Camille Rédaction"
    user.first_name = user.last_name = ""
    assert "@" not in str(user)
