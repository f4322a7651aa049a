"""What a plugin can hand to the rest of the site: small frozen values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template import Context
from django.utils.functional import Promise

from community.charts import BarChart

# A slot's content gets the context of the page's template and the tag's own arguments. It
# returns text (escaped for it), a SafeString (kept as it is), or None to add nothing.
SlotContent = Callable[[Context, Mapping[str, Any]], str | None]

# None hides the section or the panel; an empty dictionary shows it.
SectionContext = Callable[[HttpRequest], dict[str, Any] | None]


@dataclass(frozen=True)
class NavigationEntry:
    """A link of the public navigation; smaller ``order`` comes first."""

    label: str | Promise
    url: str
    order: int = 100


@dataclass(frozen=True)
class HomeSection:
    """A part of the home page which an editor may place.

    ``key`` is ``"<plugin label>.<name>"``, stored in pages and so never changed. ``label`` is
    what the editor reads. ``template`` is rendered with what ``context(request)`` returns.
    """

    key: str
    label: str | Promise
    template: str
    context: SectionContext
    order: int = 100


@dataclass(frozen=True)
class DashboardPanel:
    """A panel of the home of the administration; the fields read as those of HomeSection."""

    key: str
    title: str | Promise
    template: str
    context: SectionContext
    order: int = 100


@dataclass(frozen=True)
class RecordCount:
    """How many things of one kind this site holds about a page, beside what sources claim.

    ``measure`` is a value of ``community.models.Measure``; ``url``, if any, leads to their list.
    """

    measure: str
    number: int
    label: str | Promise
    url: str = ""


@dataclass(frozen=True)
class ReportPart:
    """What is recorded about a page, in one respect, for a report that an editor completes.

    ``sentences`` are in the active language, a paragraph each: plain text, or safe rich text.
    """

    heading: str
    sentences: Sequence[str] = ()
    charts: Sequence[BarChart] = ()
    order: int = 100


@dataclass(frozen=True)
class TextPage:
    """The page whose text is being shown, as a text pass is told of it.

    ``memory`` lives as long as the request and is shared by the parts of one page: what was
    defined already, the number of the last note. Its keys begin with the plugin's label.
    """

    page: Any
    request: HttpRequest
    memory: dict[str, Any]


# A text pass gets a part of a page's text as safe HTML and returns it, safe, with more in it.
TextPass = Callable[[str, TextPage], str]


@dataclass(frozen=True)
class Topic:
    """A thing that people follow: a page, a theme, a territory.

    ``kind`` and ``key`` name it for ever, in every language. ``source`` is the object itself, in
    the active language where it has one. ``targets`` are the primary keys, as text, of what
    content refers to when it is about the topic: the page in each of its languages, the
    territory and those that lie in it. ``paths`` are the tree paths of these pages, else empty.
    """

    kind: str
    key: str
    noun: str
    title: str
    url: str
    source: Any
    targets: frozenset[str]
    paths: frozenset[str] = frozenset()

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from every other."""
        return (self.kind, self.key)


@dataclass(frozen=True)
class Window:
    """The time that news are asked for, ``since`` left out and ``until`` included.

    ``since`` is ``None`` for feeds, which want the latest ``most``; then more is of no use.
    """

    since: datetime | None
    until: datetime
    most: int | None = None

    def holds(self, moment: datetime) -> bool:
        """Return whether ``moment`` is in it."""
        return (self.since is None or moment > self.since) and moment <= self.until


@dataclass(frozen=True)
class News:
    """Something that happened to a followed thing, for anybody to read.

    ``topic`` is ``Topic.name``. ``identity`` (a URN) names what happened for ever: of two news of
    a topic with the same one, the plugin's replaces that which the site finds by itself. ``noun``
    says what it is ("follow-up"), ``url`` may be a path, ``text`` is plain, one line or several.
    """

    topic: tuple[str, str]
    identity: str
    noun: str
    title: str
    url: str
    at: datetime
    text: str = ""
