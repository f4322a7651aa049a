"""What is shown is also there in which languages, for this visitor, and where.

A language is offered when its home page is live and open to the visitor. A page has an address in
it when its translation is; a view of the site (search, booklet, account) always has one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from .visibility import active_language, homes_of, open_homes

#: Arguments that mean the same in every language, unlike the address of a page.
SHARED_ARGUMENTS = {"kind", "key", "token"}

#: A longer question does not go along: nobody typed it.
LONGEST = 1000


@dataclass(frozen=True)
class LanguageLink:
    """Where a language leads: to the same thing (``same``), else to its home page.

    ``label`` is in that language, and says it when it leads to the home page.
    """

    code: str
    label: str
    url: str
    current: bool
    same: bool


def language_links(
    request: HttpRequest, versions: Iterable[Page] | None = None, *, failed: bool = False
) -> list[LanguageLink]:
    """Return a link for each language offered, none when there is only one.

    ``versions`` are the visible versions of the page shown, itself included; ``None`` for a view
    that is no page. ``failed`` tells that an error page is shown, which stands nowhere.
    """
    offered = {code for code, _path, _address in open_homes(request)}
    if versions is None:
        there: dict[str, str] = {} if failed else _addresses_of_view(request, offered)
    else:
        there = {one.locale.language_code: one.get_url(request) or "" for one in versions}
    links = [_link(code, there) for code, _name in settings.LANGUAGES if code in offered]
    return links if len(links) > 1 else []


def alternates(request: HttpRequest, links: Iterable[LanguageLink]) -> list[tuple[str, str]]:
    """Return the (hreflang, whole address) of what exists in two languages or more, else nothing.

    The hosts are those of canonical addresses: the site's own, whatever stands in front of it.
    """
    site = Site.find_for_request(request)
    root = site.root_url if site is not None else ""
    found = {link.code: link.url for link in links if link.same}
    return with_default(
        {code: url if "://" in url else f"{root}{url}" for code, url in found.items()}
    )


def with_default(found: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the pairs of addresses by language when there are two at least, else nothing.

    ``x-default`` is for readers of any other language: the version in the default one, if any.
    """
    if len(found) < 2:
        return []
    address = found.get(settings.LANGUAGE_CODE)
    return [*found.items(), *([("x-default", address)] if address else [])]


def other_language(request: HttpRequest, page: Page) -> str:
    """Return the language of ``page`` when it is not the active one, else nothing. No query."""
    codes = (code for code, path, _address in homes_of(request) if page.path.startswith(path))
    code = next(codes, "")
    return "" if code == active_language() else code


def home_address(language: str) -> str:
    """Return the address of the home page in ``language``."""
    with override(language):
        return reverse("wagtail_serve", args=[""])


def _link(code: str, there: Mapping[str, str]) -> LanguageLink:
    name = get_language_info(code)["name_local"].capitalize()
    current = code == active_language()
    if there.get(code):
        return LanguageLink(code, name, there[code], current, True)
    with override(code):
        label = _("%(language)s (home page)") % {"language": name}
    return LanguageLink(code, label, home_address(code), current, False)


def _addresses_of_view(request: HttpRequest, codes: Iterable[str]) -> dict[str, str]:
    """The address of the view that answers, in each language; its question goes along."""
    match: Any = request.resolver_match
    shared = match is not None and not match.args and set(match.kwargs) <= SHARED_ARGUMENTS
    # What answers to a form may have no page of its own.
    if not shared or request.method not in ("GET", "HEAD"):
        return {}
    asked = request.get_full_path()
    if len(asked) > LONGEST:
        asked = request.path
    return {code: translate_url(asked, code) for code in codes}
