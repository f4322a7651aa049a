"""Notes what a page refers to once each time it is saved, instead of once more for each row.

Wagtail reads the whole page again after every row that is saved with it: its themes, its credits,
its obstacles. A fiche with ten rows was read eleven times.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save
from django.dispatch import receiver
from modelcluster.fields import ParentalKey
from wagtail.models import ReferenceIndex

#: What was saved with a page, once each, by (model, key); ``None``: no page is being saved.
_saved: ContextVar[dict[tuple[type, Any], Model] | None] = ContextVar("saved", default=None)


@receiver(post_save)
def remember(sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Note what is saved while a page is, rows as what they are rows of."""
    saved = _saved.get()
    if saved is None or raw or sender not in ReferenceIndex.tracked_models:
        return
    parents = [field for field in sender._meta.fields if isinstance(field, ParentalKey)]
    model, key = sender, instance.pk
    if parents:
        model, key = parents[0].related_model, getattr(instance, parents[0].attname)
    page = next((known for known in saved.values() if is_of(known, model, key)), None)
    if page is None:
        saved[sender, instance.pk] = instance


def is_of(known: Model, model: type[Model], key: Any) -> bool:
    """Return whether ``known`` is what ``model`` calls ``key``."""
    return isinstance(known, model) and known.pk == key


@contextmanager
def noted_once() -> Iterator[None]:
    """Fill the reference index at the end of the block, with whatever is saved in it.

    Does nothing where somebody else fills it: around this block, or when a demonstration is loaded.
    """
    # Needs every model, and the page types need this module.
    from wagtail.signal_handlers import (
        disable_reference_index_auto_update,
        reference_index_auto_update_disabled,
        update_reference_index_on_save,
    )

    if getattr(reference_index_auto_update_disabled, "value", False):
        yield
        return
    saved: dict[tuple[type, Any], Model] = {}
    token = _saved.set(saved)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        _saved.reset(token)
    for instance in saved.values():
        update_reference_index_on_save(instance)
