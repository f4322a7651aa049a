"""Leaves the indexes alone while much is saved, to fill them once at the end."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def indexes_paused() -> Iterator[None]:
    """Update neither the search index nor the reference index within; the caller fills them."""
    models = [
        model
        for model in get_indexed_models()
        if post_save.disconnect(post_save_signal_handler, sender=model)
    ]
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)


def fill_indexes() -> None:
    """Fill both indexes anew from what the database holds."""
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
