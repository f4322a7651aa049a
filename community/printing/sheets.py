"""What a page says on paper, whatever its type: a card, or a part of a booklet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Site
from wagtail.rich_text import RichText

from .qr import qr
from .richtext import rich
from .streams import stream
from .trees import Block
from .words import Raw


@dataclass(frozen=True)
class Section:
    """A part of a sheet.

    ``brief`` is what a small card has of it: nothing by default. Its first block may be cut after
    some of its ``items``; ``more`` then says it, with ``#`` in place of how many are left out.
    ``on_card`` is false for what only a booklet has room for; two ``narrow`` sections in a row
    stand side by side.
    """

    heading: str
    blocks: Sequence[Block]
    brief: Sequence[Block] = ()
    more: str = ""
    on_card: bool = True
    narrow: bool = False


@dataclass(frozen=True)
class Sheet:
    """A page on paper. ``url`` is whole and permanent; ``origin`` are its people, source, licence.

    ``licence`` is the code of the licence, empty when none was chosen.
    """

    kind: str
    title: str
    summary: str
    url: str
    language: str
    facts: Sequence[tuple[Any, Any]] = ()
    sections: Sequence[Section] = ()
    origin: Sequence[tuple[Any, Any]] = ()
    licence: str = ""
    #: What short sheets of this type are gathered under in a booklet; empty: a page for each.
    gathered: str = ""

    def data(self) -> dict[str, Any]:
        """Return the sheet as a template draws it; sections without a block are left out."""
        sections = [section for section in self.sections if section.blocks]
        # What can be cut comes first: the rest gives way to it.
        brief = sorted((one for one in sections if one.brief), key=lambda one: not one.more)
        return {
            "kind": self.kind,
            "title": self.title,
            "summary": self.summary,
            "language": Raw(self.language),
            "gathered": self.gathered,
            "facts": [[name, value] for name, value in self.facts if value],
            "sections": [part_of(section) for section in sections],
            "brief": [
                {**part_of(section), "blocks": list(section.brief), "more": section.more}
                for section in brief
            ],
            "origin": [[name, value] for name, value in self.origin if value],
            "url": Raw(self.url),
            "shown_url": Raw(self.url.partition("://")[2] or self.url),
            "qr": qr(self.url),
            "qr_alt": _("QR code: opens the page “%(title)s”") % {"title": self.title},
        }


def part_of(section: Section) -> dict[str, Any]:
    """Return a section as a template draws it."""
    return {
        "heading": section.heading,
        "blocks": list(section.blocks),
        "on_card": section.on_card,
        "narrow": section.narrow,
    }


def sheet_of(page: Any, request: HttpRequest, **changes: Any) -> Sheet:
    """Return the sheet of any page, with all that its editors wrote; ``changes`` replace parts."""
    url = page.get_full_url(request) or ""
    parts: dict[str, Any] = {
        "kind": kind_of(page),
        "title": page.title,
        "summary": page.summary,
        "url": url,
        "language": page.source_language or page.locale.language_code,
        "sections": written(page, url),
        "origin": origin_of(page),
        "licence": page.licence,
        "gathered": capfirst(page._meta.verbose_name_plural) if page.printed_together else "",
    }
    return Sheet(**(parts | changes))


def written(page: Any, base: str) -> list[Section]:
    """Return a section for each field of blocks or rich text, in the order of the model."""
    found = []
    for one in page._meta.concrete_fields:
        if isinstance(one, StreamField):
            blocks = stream(getattr(page, one.name), base)
        elif isinstance(one, RichTextField):
            blocks = rich(RichText(getattr(page, one.name)), base)
        else:
            continue
        heading = _("In detail") if one.name == "body" else capfirst(str(one.verbose_name))
        found.append(Section(heading, blocks, brief=blocks))
    return found


def kind_of(page: Any, more: Any = "") -> str:
    """Return what a page is, ``more`` about it, and whether it is a made-up example."""
    parts = [capfirst(page._meta.verbose_name), more, _("Fictional example") * page.fictional]
    return " · ".join(str(part) for part in parts if part)


def origin_of(page: Any) -> list[tuple[str, str]]:
    """Return who made a page, its source, what it was adapted from and its licence, as labels.

    Only people who may be named are.
    """
    people = [f"{credit.person}, {credit.get_role_display()}" for credit in page.public_credits]
    rows = [
        (_("People:"), " ; ".join(people)),
        (_("Source:"), page.source_title),
        (_("Adapted from:"), page.adapted_from_title),
        (_("Licence:"), page.get_licence_display() if page.licence else ""),
    ]
    return [(name, value) for name, value in rows if value]


def site_name(request: HttpRequest) -> str:
    """Return the name of the site, for the author of a document."""
    site = Site.find_for_request(request)
    return site.site_name if site and site.site_name else "Maillage"
