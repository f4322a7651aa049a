"""How an object is read before it is indexed: its language, and what of it is a title."""

from collections.abc import Callable, Iterable, Iterator
from types import FunctionType
from typing import Any

from django.db.models import Model, prefetch_related_objects
from modelsearch.index import SearchField
from wagtail.models import TranslatableMixin

from community.search.analysis import every_language

TITLE = SearchField("title")


class Spoken:
    """Mixin for an object indexer of modelsearch: knows languages, and names beside titles.

    An object of no language, such as a person or a document, is found in all of them. A model whose
    name is not called ``title`` says what is, as in ``search_titles = ("name", "acronym")``.
    """

    def __init__(self, obj: Model, backend: Any) -> None:
        super().__init__(obj, backend)
        self.languages = every_language()
        if isinstance(obj, TranslatableMixin):
            self.languages = (obj.locale.language_code,)
        self.titles = getattr(obj, "search_titles", ("title",))
        self._read: dict[Any, list[tuple]] = {}

    def prepare_field(self, obj: Model, field: Any) -> Iterable[tuple]:
        """Return the texts of a field; those of a title as upstream expects a title.

        Upstream asks for each field up to five times, and some cost queries: they are read once.
        """
        if obj is not self.obj:
            return self._texts(obj, field)
        if field not in self._read:
            self._read[field] = list(self._texts(obj, field))
        return self._read[field]

    def _texts(self, obj: Model, field: Any) -> Iterator[tuple]:
        for read, *rest in super().prepare_field(obj, field):
            named = obj is self.obj and isinstance(read, SearchField)
            yield (TITLE if named and read.field_name in self.titles else read, *rest)


def add_items_with(index_class: type, indexer_class: type) -> Callable[[Any, type, Iterable], None]:
    """Return the ``add_items`` method of ``index_class``, reading objects with ``indexer_class``.

    Upstream names its ``ObjectIndexer`` as a global of the module and offers no other way in. This
    is the same code with that one name bound to another class, and nothing changes for other users
    of the module.
    """
    original = index_class.add_items
    names = {**original.__globals__, "ObjectIndexer": indexer_class}
    add_items = FunctionType(original.__code__, names, original.__name__)

    def add_with_languages(self: Any, model: type, objs: Iterable) -> None:
        objects = list(objs)
        if issubclass(model, TranslatableMixin):
            prefetch_related_objects(objects, "locale")
        add_items(self, model, objects)

    return add_with_languages
