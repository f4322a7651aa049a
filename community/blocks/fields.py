"""A StreamField that keeps its blocks out of migrations."""

from typing import Any

from wagtail.fields import StreamField


class ContentField(StreamField):
    """A StreamField whose migrations say nothing of its blocks.

    Wagtail writes the whole definition of every block into each migration (wagtail#4298): other
    projects have ended with hundreds of thousands of lines. A column of JSON is all that the
    database needs to know, so a change of blocks makes no migration here.
    """

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        super().__init__(block_types, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "community.blocks.fields.ContentField", [], kwargs
