"""Puts what is saved much in both indexes once, at the end, instead of at each save."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.db.models import Model, prefetch_related_objects
from django.db.models.signals import post_save
from django.dispatch import receiver
from modelcluster.models import ClusterableModel, get_all_child_relations
from modelsearch.backends import get_search_backends
from modelsearch.index import class_is_indexed, get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

#: What was saved, as (model, key), while the indexes wait; ``None``: they do not.
_waiting: ContextVar[dict[tuple[type, Any], None] | None] = ContextVar("waiting", default=None)


def waits() -> bool:
    """Return whether what is saved now is indexed later; asked by the search backends."""
    return _waiting.get() is not None


@receiver(post_save)
def remember(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Note what is saved while the indexes wait."""
    waiting = _waiting.get()
    if waiting is not None and (class_is_indexed(sender) or ReferenceIndex.is_indexed(sender)):
        waiting[type(instance), instance.pk] = None


def index_unless_waiting(instance: Model, **kwargs: Any) -> None:
    """Index what is saved as modelsearch does, which reads it again first: not in vain."""
    if not waits():
        post_save_signal_handler(instance, **kwargs)


@cache
def _spare_readings() -> None:
    """Receive what is saved in the place of modelsearch, from the first time that it matters."""
    for model in get_indexed_models():
        # In this order: another thread that saves meanwhile indexes twice rather than never.
        post_save.connect(index_unless_waiting, sender=model)
        if not post_save.disconnect(post_save_signal_handler, sender=model):
            post_save.disconnect(index_unless_waiting, sender=model)


def with_rows(objects: list[Any]) -> list[Any]:
    """Return ``objects``, all of one model, with the rows that belong to them: read together."""
    if objects and isinstance(objects[0], ClusterableModel):
        relations = get_all_child_relations(type(objects[0]))
        prefetch_related_objects(objects, *(one.get_accessor_name() for one in relations))
    return objects


@contextmanager
def indexed_together() -> Iterator[None]:
    """Fill both indexes at the end of the block, for whatever this thread saved in it.

    Other threads are not concerned. When the block fails nothing is indexed: use it inside the
    transaction that is undone then.
    """
    _spare_readings()
    waiting: dict[tuple[type, Any], None] = {}
    token = _waiting.set(waiting)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        _waiting.reset(token)
    models: dict[type, list[Any]] = {}
    for model, key in waiting:
        models.setdefault(model, []).append(key)
    for model, keys in models.items():
        if class_is_indexed(model):
            found = with_rows(list(model.get_indexed_objects().filter(pk__in=keys)))
            for backend in get_search_backends(with_auto_update=True):
                backend.add_bulk(model, found)
        else:
            found = with_rows(list(model._default_manager.filter(pk__in=keys)))
        for instance in found:
            ReferenceIndex.create_or_update_for_object(instance)
