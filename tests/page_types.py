"""The page types of the project, as they are found: a new one is tested without being named."""

from typing import Any

from wagtail.models import Locale, Page, get_page_models

from community.pages import CommunityPage, IndexPage

PAGE_TYPES: list[type[CommunityPage]] = sorted(
    (model for model in get_page_models() if issubclass(model, CommunityPage)),
    key=lambda model: model._meta.label,
)
INDEX_TYPES: list[type[IndexPage]] = [model for model in PAGE_TYPES if issubclass(model, IndexPage)]


def label(model: type[Page]) -> str:
    """Return the name of a page type for the name of a test."""
    return model._meta.label


def example(model: type[Page], language: str = "fr") -> Any:
    """Return the first live page of this type in the demonstration, always the same one."""
    locale = Locale.objects.get(language_code=language)
    page = model.objects.live().filter(locale=locale).order_by("path").first()
    assert page is not None, f"The demonstration has no page of the type {label(model)}."
    return page


def index_of(model: type[Page]) -> Any:
    """Return the demonstration's list of this page type."""
    return next(example(index) for index in INDEX_TYPES if index.listing.model is model)
