"""Loads demonstration content from TOML files; run twice, it doubles and overwrites nothing."""

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page, TranslatableMixin

from community.models import (
    CommunityDocument,
    CommunityImage,
    Credit,
    Figure,
    Organisation,
    PageRelation,
    PageTheme,
    Person,
    Theme,
    User,
)

from .data import DemoData, only
from .revisions import complete_revision, new_revision

P = TypeVar("P", bound=Page)


class DemoLoader(DemoData):
    """What a plugin's ``load_demo`` gets: the data, and ways to make pages and media once.

    ``folder`` holds the TOML files; ``home`` is the page under which index pages go (the home
    plugin sets its own, otherwise the root page of the site serves). ``users`` are the
    demonstration's accounts by role: editor, coordinator, campus, porteur.
    """

    def __init__(self, folder: Path, home: Page, users: Mapping[str, User]) -> None:
        super().__init__(folder)
        self.home = home
        self.users = users
        self.created = 0
        self._made: set[int] = set()
        #: What can only be made when the pages of every plugin are there.
        self.at_the_end: list[Callable[[], None]] = []
        self._vocabulary: dict[tuple[type[Model], str], Any] = {}
        self._draw = drawing_function(folder / "illustrations.py")

    @property
    def kept(self) -> list[Any]:
        """What :meth:`keep` made or found, in that order."""
        return list(self._vocabulary.values())

    def find(self, model: type[Model], key: str) -> Any:
        """Return the territory, organisation, person or theme that the data call ``key``."""
        return self._vocabulary[model, key]

    def image(self, key: str, alt: str) -> CommunityImage:
        """Return the drawing called ``key``, made the first time it is asked for."""
        title = f"Dessin « {key} »"
        image = CommunityImage.objects.filter(title=title).first()
        if image is None:
            file = ContentFile(self._draw(key), name=f"{key}.webp")
            author = "Maillage"
            image = CommunityImage(title=title, file=file, description=alt, author=author)
            image.licence = "cc-by-sa-4.0"
            image.save()
        return image

    def document(self, name: str, title: str, content: bytes, **fields: Any) -> CommunityDocument:
        """Return the document called ``title``, made of ``content`` if there is none."""
        document = CommunityDocument.objects.filter(title=title).first()
        if document is None:
            document = CommunityDocument(title=title, **fields)
            document.file.save(name, ContentFile(content), save=False)
            document.file_size = len(content)
            document.save()
        return document

    def relate(self, page: Page, paths: Sequence[str]) -> None:
        """Relate ``page``, if nothing is yet, to the pages at ``paths`` (see :meth:`at`)."""
        if paths and not page.page_relations.exists():
            page.page_relations = [PageRelation(related=self.at(path)) for path in paths]
            page.page_relations.commit()
            self.revise(page)

    def at(self, path: str) -> Page:
        """Return the page of the demonstration at ``path``, such as "methodes/pitch".

        Raises ``Page.DoesNotExist``. Ask for pages of other plugins in ``at_the_end``.
        """
        return Page.objects.descendant_of(self.home).get(
            url_path=f"{self.home.url_path}{path.strip('/')}/"
        )

    def has(self, path: str) -> bool:
        """Return whether a page stands at ``path``: that of a plugin left out does not."""
        return Page.objects.filter(url_path=f"{self.home.url_path}{path.strip('/')}/").exists()

    def page(self, parent: Page, model: type[P], slug: str, **fields: Any) -> P:
        """Return the page ``slug`` below ``parent``; make and publish it when there is none.

        A page that exists is left as editors made it. ``fields`` may hold rows as unsaved
        children under their relation's name, and free ``tags`` as words.
        """
        if Page.objects.child_of(parent).filter(slug=slug).exists():
            existing = model.objects.child_of(parent).filter(slug=slug).first()
            if existing is not None:
                return existing
        now = timezone.now()
        tags = fields.pop("tags", ())
        told = {"first_published_at": now, "last_published_at": now, "locale": parent.locale}
        # A row without its language would ask its page for it, one by one.
        for rows in fields.values():
            for row in rows if isinstance(rows, list) else ():
                if isinstance(row, TranslatableMixin):
                    row.locale = parent.locale
        page = model(slug=slug, **{**told, **fields})
        if tags:
            page.tags.add(*tags)
        parent.add_child(instance=page)
        new_revision(page, self.users["editor"])
        self._made.add(page.pk)
        self.created += 1
        return page

    def revise(self, page: Page) -> None:
        """Say in the history what ``page`` holds since rows were added to it.

        What this run made has one revision; what editors found before gets one more.
        """
        if page.pk in self._made:
            complete_revision(page)
        else:
            new_revision(page, self.users["editor"])

    def common(self, row: dict[str, Any]) -> dict[str, Any]:
        """Return the fields and rows that every page type shares, from a row of data."""
        fields: dict[str, Any] = {
            **self.source(row.get("source")),
            **only(row, "title", "summary", "fictional", "licence", "tags"),
            **only(row, "source_title", "source_url", "adapted_from_title", "adapted_from_url"),
            "credits": [self._credit(credit) for credit in row.get("credits", ())],
            "figures": [self._figure(figure) for figure in row.get("figures", ())],
            "page_themes": [
                PageTheme(theme=self.find(Theme, key)) for key in row.get("themes", ())
            ],
        }
        if "cover" in row:
            alt = row["cover"].get("alt", "")
            fields |= {"cover": self.image(row["cover"]["key"], alt), "cover_alt": alt}
        return fields

    def _credit(self, row: dict[str, Any]) -> Credit:
        organisation = row.get("organisation")
        return Credit(
            person=self.find(Person, row["person"]),
            organisation=self.find(Organisation, organisation) if organisation else None,
            **only(row, "role", "function"),
        )

    def _figure(self, row: dict[str, Any]) -> Figure:
        return Figure(
            # The data write numbers as people read them: "1 057".
            value=Decimal("".join(row["value"].split())),
            **only(row, "measure", "counted", "qualifier", "unit", "perimeter"),
            **only(row, "includes", "excludes", "note"),
            **self.source(row.get("source")),
        )

    def keep(self, key: str, model: type[Model], natural: dict[str, Any], **fields: Any) -> Any:
        """Return the object that ``natural`` identifies, made with ``fields`` if there is none.

        From then on :meth:`find` knows it as ``key``.
        """
        found = model._default_manager.filter(**natural).first()
        if found is None:
            found = model(**natural, **fields)
            found.save()
        self._vocabulary[model, key] = found
        return found


def drawing_function(script: Path) -> Callable[[str], bytes]:
    """Return ``draw`` of the data folder's own script: it makes the pictures of the demo."""
    spec = importlib.util.spec_from_file_location("maillage_demo_illustrations", script)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.draw
