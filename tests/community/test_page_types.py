"""What every page type must have, so that editors and readers find their way."""

import pytest
from django.apps import apps
from django.template.loader import render_to_string
from django.utils.functional import Promise
from wagtail.models import Page, get_page_models
from wagtail.search import index

from community.listing import CARDS, TABLE
from community.pages import CommunityPage, IndexPage
from tests.page_types import INDEX_TYPES, PAGE_TYPES, example, label

pytestmark = pytest.mark.whatever_the_database

every_type = pytest.mark.parametrize("model", PAGE_TYPES, ids=label)
every_index = pytest.mark.parametrize("model", INDEX_TYPES, ids=label)


def test_every_page_type_is_a_community_page():
    others = [model for model in get_page_models() if not issubclass(model, CommunityPage)]
    assert others == [Page]
    assert len(PAGE_TYPES) >= 14


@every_type
def test_an_editor_knows_what_it_is_for(model):
    """Names and descriptions are lazy: the catalogue's check sees that they exist in French."""
    for text in (model._meta.verbose_name, model._meta.verbose_name_plural):
        assert isinstance(text, Promise)
    assert isinstance(model.page_description, Promise)
    assert str(model.get_page_description()).strip()


@every_type
def test_every_field_that_an_editor_fills_has_a_translated_name(model):
    inherited = {field.name for field in Page._meta.get_fields()}
    for field in model._meta.get_fields():
        if field.name in inherited or not getattr(field, "editable", False):
            continue
        if hasattr(field, "verbose_name") and field is not model._meta.get_ancestor_link(Page):
            assert isinstance(field.verbose_name, Promise), field


def test_every_other_model_has_a_translated_name():
    ours = {model._meta.app_label for model in PAGE_TYPES} | {"community"}
    for config in map(apps.get_app_config, ours):
        # The rows of a many-to-many field and the tags of a page have no form of their own.
        for model in (model for model in config.get_models() if getattr(model, "panels", ())):
            assert isinstance(model._meta.verbose_name, Promise), model


@every_type
def test_it_says_where_it_may_be_created(model):
    assert model.allowed_parent_page_models(), "Nobody can create one."
    if not issubclass(model, IndexPage) and model.allowed_subpage_models():
        assert len(model.allowed_subpage_models()) < len(PAGE_TYPES), "It may hold anything."


@pytest.mark.django_db
@every_type
def test_its_card_leads_to_it(model, asked):
    page = example(model)
    context = {"page": page, "heading": "h3"}
    card = render_to_string(model.card_template, context, request=asked())
    assert f'href="{page.get_url()}"' in card
    assert "<h3" in card


@every_type
def test_its_words_are_indexed(model):
    indexed = {field.field_name for field in model.get_search_fields()}
    assert {"title", "summary", "tags"} <= indexed
    errors = [error for error in model.check() if error.id.startswith("wagtailsearch")]
    assert not errors
    assert issubclass(model, index.Indexed)


@every_index
def test_a_list_has_facets_sorts_and_a_table_or_cards(model):
    listing = model.listing
    assert listing.facets
    assert len({facet.name for facet in listing.facets}) == len(listing.facets)
    assert len(listing.sorts) > 1
    assert set(listing.layouts) <= {CARDS, TABLE}
    assert not listing.columns or TABLE in listing.layouts
    assert listing.columns or TABLE not in listing.layouts
    assert 10 <= listing.page_size <= 50
    labels = [each.label for each in (*listing.facets, *listing.sorts, *listing.columns)]
    assert all(isinstance(text, Promise) for text in labels)
    reserved = {"q", "tri", "vue", "page"}
    assert not reserved & {facet.name for facet in listing.facets}


@every_index
def test_every_page_type_below_a_list_is_listed(model):
    assert model.allowed_subpage_models() == [model.listing.model]


@pytest.mark.django_db
@every_type
def test_the_demonstration_shows_one(model):
    page = example(model)
    assert page.get_url()
    assert isinstance(page, IndexPage) or page.title
