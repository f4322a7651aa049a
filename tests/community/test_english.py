"""Whatever stands under /en/ is English, or says in which language it is.

One page of each type is translated with words that cannot be taken for French, then everything
that can be reached from the English home page is read: what is French there comes from the
interface, or from content that nobody marked.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count

import pytest
from bs4 import BeautifulSoup, Comment, Tag
from django.urls import get_resolver
from django.urls.resolvers import RegexPattern, URLPattern
from django.utils.translation import override
from wagtail_localize.models import StringTranslation

from community.models import Organisation, Person, Territory, Theme, ThemeScheme
from home.models import Menu
from tests.page_types import PAGE_TYPES, example
from tests.translating import published_in, translated

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

# Words that no English sentence has. Words of both languages (on, or, a, est…) are not here.
FRENCH = re.compile(
    r"(?<![\w’'-])(?:les?|des|du|une|et|aux?|dans|avec|pour|par|sur|chez|sans|vous|nous|votre|notre"
    r"|cette?|ces|qui|que|dont|où|est|sont|était|être|avoir|fait|pas|plus|très|chaque|tous|toutes?"
    r"|aucune?|page d|recherche[rz]?|accueil|voir|lire|jour|mois|année|janvier|février|juillet|août"
    r"|décembre|heures?|minutes? de|à|[ldnscj]’\w+)(?![\w’'-])",
    re.IGNORECASE,
)
# A no-break space before a mark, or inside quotes, is French typography.
SPACED = re.compile("[\u00a0\u202f][:;!?»]|«[\u00a0\u202f]")
READ_ALOUD = ("alt", "aria-label", "title", "placeholder", "content", "summary", "label")
# Of the pages below one address: they are all alike.
ENOUGH = 3


def words() -> Iterator[str]:
    return (f"Plain words {number}" for number in count(1))


@pytest.fixture
def site_in_english(english):
    """Themes, menus and one page of each type, in English."""
    said = words()

    def say(_text: str) -> str:
        return next(said)

    for model in (ThemeScheme, Theme, Menu):
        for thing in model.objects.filter(locale__language_code="fr"):
            if not thing.get_translation_or_none(english):
                published_in(thing, english, say=say)
    pages = [translated(example(model), english, say) for model in PAGE_TYPES]
    # The home page, translated among them, has taken another slug.
    return [type(page).objects.get(pk=page.pk) for page in pages]


def addresses_without_arguments() -> list[str]:
    """Those of our views under a language: nothing to fill in."""

    def walk(patterns: list, before: str) -> Iterator[str]:
        for one in patterns:
            here = str(one.pattern)
            if isinstance(one, URLPattern):
                if not isinstance(one.pattern, RegexPattern) and "<" not in before + here:
                    yield f"/{before}{here}"
            elif not here.startswith(("admin/", "documents/")):
                yield from walk(one.url_patterns, before + here)

    with override("en"):
        found = set(walk(get_resolver().url_patterns, ""))
    return sorted(one for one in found if one.startswith("/en/"))


def proper_nouns() -> re.Pattern[str]:
    """Names are the same in every language, and may hold French words.

    So may what a translator has written: names of works, of places, an address.
    """
    names = {
        str(name)
        for model in (Organisation, Person, Territory)
        for one in model.objects.all()
        for name in (one, getattr(one, "name", ""), getattr(one, "short_name", ""))
        if name
    }
    for said in StringTranslation.objects.values_list("data", flat=True):
        for piece in BeautifulSoup(said, "html.parser").stripped_strings:
            words = re.sub(r"[ \n\t]+", " ", piece)
            # With the words beside it: definitions are put into sentences later.
            names |= {
                found[0]
                for found in re.finditer(rf"(?:\S+ )?{FRENCH.pattern}(?: \S+)?", words, re.I)
            }
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


def unmarked(html: str, names: re.Pattern[str]) -> list[str]:
    """The French sentences of a page that are not within ``lang`` of another language."""
    soup = BeautifulSoup(html, "html.parser")
    found = []
    for node in soup.find_all(string=True):
        # The title of a source, or of a file, is that of a work.
        work = node.find_parent(["cite", "script", "style"]) or node.find_parent(download=True)
        if isinstance(node, Comment) or work:
            continue
        found += [(node.parent, str(node))]
    for tag in soup.find_all(True):
        found += [
            (tag, f"{name}={tag[name]}")
            for name in tag.attrs
            if name in READ_ALOUD
            or (name.startswith("data-") and not str(tag[name]).startswith("/"))
        ]
    told = []
    for tag, text in found:
        marked = next((one["lang"] for one in [tag, *tag.parents] if one.get("lang")), "en")
        plain = names.sub("", re.sub(r"[ \n\t]+", " ", text))
        if marked == "en" and (FRENCH.search(plain) or SPACED.search(plain)):
            told.append(" ".join(text.split())[:140])
    return told


def links(html: str) -> Iterator[Tag]:
    """The links of a page to pages of this site."""
    elsewhere = ("/documents/", "/media/", "/static/", "/admin/")
    for link in BeautifulSoup(html, "html.parser").find_all("a", href=re.compile("^/")):
        if not link["href"].startswith(elsewhere):
            yield link


def test_what_is_under_en_is_english(site_in_english, client):
    names = proper_nouns()
    start = ["/en/", *addresses_without_arguments(), *(page.get_url() for page in site_in_english)]
    waiting, seen, faults = list(start), set(start), {}
    siblings: Counter[str] = Counter()
    while waiting:
        address = waiting.pop(0)
        response = client.get(address)
        if "text/html" not in response.headers.get("Content-Type", ""):
            continue
        html = response.content.decode()
        faults |= dict.fromkeys(unmarked(html, names), address)
        for link in links(html):
            target = link["href"].partition("#")[0].partition("?")[0]
            if not target.startswith("/en/"):
                if link.get("hreflang", "en") == "en":
                    faults[f"no hreflang: {link}"] = address
            elif target not in seen and target.endswith("/"):
                seen.add(target)
                place = target.rstrip("/").rpartition("/")[0]
                siblings[place] += 1
                if siblings[place] <= ENOUGH:
                    waiting.append(target)
    assert {"/en/plan-du-site/", "/en/recherche/", "/en/compte/connexion/"} <= seen
    assert not faults, "\n".join(f"{address}: {fault}" for fault, address in faults.items())
