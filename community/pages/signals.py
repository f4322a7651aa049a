"""Keeps the search index in step with rows: tags, obstacles, themes."""

from typing import Any

from django.dispatch import receiver
from wagtail.search import index
from wagtail.signals import page_published

from community.search.together import waits


@receiver(page_published)
def index_with_rows(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Index a page again once its rows are saved: they are saved after the page itself."""
    if not waits():
        index.insert_or_update_object(instance)
