"""One follow-up as an entry of the story, and what changed with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from ..models.state import State
from ..steps import blocks_of_steps
from .media import Photo, blocks_of, documents_of, photos_of

#: How many words of a body the story shows.
WORDS = 45


class Kind(models.TextChoices):
    """What an entry may be about. The values are those of the address: ``?suivi=etapes``."""

    STATES = "etats", _("Changes of state")
    STEPS = "etapes", _("Steps")
    OBSTACLES = "obstacles", _("Obstacles")
    MEDIA = "medias", _("Photos and documents")


@dataclass(frozen=True)
class Entry:
    """A follow-up in the story. ``before`` is the state that it changed, empty when it did not."""

    page: Any
    before: str
    kinds: frozenset[Kind]
    obstacles: list[Any]
    text: str
    photos: list[Photo]
    documents: int
    pictures: list[tuple[Any, str]] = field(default_factory=list)

    @property
    def quiet(self) -> bool:
        """Whether it only says that there is nothing new."""
        return not (self.kinds or self.text or self.page.learnt)


def entries_of(
    follow_ups: Iterable[Any], initial_state: str, obstacles: dict[int, list[Any]]
) -> list[Entry]:
    """Return ``follow_ups`` as entries, the latest first.

    ``initial_state`` is the défi's own, before any follow-up; ``obstacles`` the rows of each
    follow-up by its key.
    """
    found, state, known = [], initial_state, {}
    for page in sorted(follow_ups, key=lambda page: (page.date, page.pk or 0)):
        steps = {
            key: (bool(value.get("done")), bool(value.get("given_up")))
            for key, value in blocks_of_steps(page)
        }
        rows, photos = obstacles.get(page.pk, []), photos_of(page)
        documents = documents_of(page)
        told = {
            Kind.STATES: page.state != state,
            Kind.STEPS: any(known.get(key) != now for key, now in steps.items()),
            Kind.OBSTACLES: bool(rows),
            Kind.MEDIA: bool(photos or documents),
        }
        before = str(State(state).label) if told[Kind.STATES] else ""
        kinds = frozenset(kind for kind, is_told in told.items() if is_told)
        found.append(Entry(page, before, kinds, rows, text_of(page), photos, documents))
        state = page.state
        known |= steps
    return found[::-1]


def text_of(follow_up: Any) -> str:
    """Return the first words of a follow-up: its summary, else its paragraphs without mark-up."""
    if follow_up.summary:
        return str(follow_up.summary)
    parts = (value for kind, value in blocks_of(follow_up) if kind == "paragraph")
    text = " ".join(unescape(strip_tags(str(part).replace("</p>", "</p> "))) for part in parts)
    return Truncator(" ".join(text.split())).words(WORDS)
