"""A page that is not for everybody leaves no trace anywhere: neither title, nor address, nor tag.

Some pages get a word of their own in every text that others may show. Each public address that may
speak of them must show that word as long as they are public, and none once they are hidden.
"""

import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db.models import Q
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.query import PageQuerySet

from community.models import PageTheme
from community.pages import CommunityPage
from defis.models import DefiMethod, DefiPage, FollowUpPage, PrototypeDefi, PrototypePage
from events.models import CampusPage, EditionPage, SessionPage
from home.models import HomePage
from methods.models import MethodPage
from tests.page_types import INDEX_TYPES, PAGE_TYPES, example

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

COMMON = "quinquet"  # searched for, so that no address has a secret word in its query string
ABOVE = {DefiPage, EditionPage}
# Pages are hidden together, but never together with what stands above them.
GROUPS = {
    "below": [model for model in PAGE_TYPES if model not in {*INDEX_TYPES, *ABOVE, HomePage}],
    "above": [model for model in PAGE_TYPES if model in ABOVE],
    "lists": INDEX_TYPES,
}


def secret(page: Page) -> str:
    return f"zorg{page.pk}lub"


@pytest.fixture
def marked(request) -> list[CommunityPage]:
    """The pages of a group, tied to one another as much as they can be, and marked."""
    defi, prototype = example(DefiPage), example(PrototypePage)
    # A fiche that says next to nothing shows other sentences than a full one.
    bare = min(DefiPage.objects.live(), key=lambda page: page.completeness)
    defi.defi_methods.add(DefiMethod(method=example(MethodPage), temps=1))
    prototype.prototype_defis.add(PrototypeDefi(defi=defi))
    for page in (defi, bare, prototype):
        page.edition, page.campus = example(EditionPage), example(CampusPage)
        page.save_revision().publish()
    return [mark(example(model)) for model in GROUPS[request.param]]


def mark(page: CommunityPage) -> CommunityPage:
    word = secret(page)
    page.title, page.slug = f"{COMMON.title()} {word}", f"adresse-{page.pk}"
    page.seo_title = page.search_description = word
    for name in ("short_name", "motto", "venue", "working_question", "learnt"):
        if hasattr(page, name):
            setattr(page, name, word)
    page.summary = f"{COMMON} {word}"
    page.tags.add(word)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def neighbours(page: Page) -> Iterator[Page]:
    """The pages that stand beside, above or below, or point to this one, or are pointed to."""
    yield from page.get_ancestors().filter(depth__gt=1)
    yield from one_of_each_type(page.get_children())
    yield from page.get_siblings(inclusive=False)[:1]
    ties = ReferenceIndex.objects.filter(base_content_type__model="page")
    near = ties.filter(Q(object_id=str(page.pk)) | Q(to_object_id=str(page.pk)))
    numbers = {number for tie in near for number in (tie.object_id, tie.to_object_id)}
    tied = Page.objects.filter(pk__in=numbers - {str(page.pk)}, depth__gt=1).live()
    yield from one_of_each_type(tied.order_by("path"))


def one_of_each_type(pages: PageQuerySet) -> Iterator[Page]:
    """The first page of each type, and no more: two of a type show the same places."""
    known = set()
    for page in pages:
        if page.content_type_id not in known:
            known.add(page.content_type_id)
            yield page


def addresses(pages: list[CommunityPage]) -> set[str]:
    """Every public address that may speak of these pages."""
    lists = [example(model).get_url() for model in INDEX_TYPES]
    near = [other for page in pages for other in neighbours(page)]
    found = {other.get_url() for other in near} | followed([*pages, *near])
    found |= {f"{url}{more}" for url in lists for more in ("", f"?vue=table&q={COMMON}", "flux/")}
    found |= {"/plan-du-site/", "/sitemap.xml"}
    found |= {f"/recherche/{more}?q={COMMON}" for more in ("", "suggestions/")}
    found |= {f"/recherche/?q={COMMON}&{more}" for more in ("par=type", "format=json")}
    sessions = (page for page in pages if isinstance(page, SessionPage))
    found |= {f"{session.get_parent().get_url()}programme/" for session in sessions}
    return found - {page.get_url() for page in pages} - {None}


def followed(pages: list[Page]) -> set[str]:
    """Where one follows these pages and their themes, by mail and by Atom."""
    names = {
        (page.specific_class.followed_as, page.translation_key)
        for page in pages
        if issubclass(page.specific_class, CommunityPage) and page.specific_class.followed_as
    }
    rows = PageTheme.objects.filter(page__in=pages).select_related("theme")
    names |= {("theme", row.theme.translation_key) for row in rows}
    return {f"/suivre/{kind}/{key}/{end}" for kind, key in names for end in ("", "flux/")}


def traces(client, urls: set[str], pages: list[CommunityPage]) -> dict[str, set[str]]:
    """Return which addresses show the word of each page, or lead to it."""
    cache.clear()
    found: dict[str, set[str]] = {}
    for url in sorted(urls):
        response = client.get(url)
        text = response.content.decode() if response.status_code == 200 else ""
        for page in pages:
            # Its address with nothing behind: pages below an unpublished one keep theirs.
            if secret(page) in text or re.search(rf'/{page.slug}/["?#<]', text):
                found.setdefault(type(page).__name__, set()).add(url)
    return found


@pytest.mark.parametrize("marked", GROUPS, indirect=True)
def test_hidden_pages_leave_no_trace(marked, client, porteur):
    urls = addresses(marked)
    before = traces(client, urls, marked)
    assert set(before) == {type(page).__name__ for page in marked}
    for name, shown in before.items():
        # The site map for people folds long lists: it must hide what is hidden, not show all.
        assert {"/sitemap.xml", f"/recherche/?q={COMMON}"} <= shown, name
        assert len(shown) > 3, name

    # Elsewhere there was nothing to hide.
    urls = set().union(*before.values())
    private = [
        PageViewRestriction.objects.create(page=page, restriction_type="login") for page in marked
    ]
    assert traces(client, urls, marked) == {}
    # Who may open them finds them again where they were: some places of each say enough. What is
    # sent and fed is for everybody.
    own = {url for url in urls if not url.startswith("/suivre/")}
    some = {url for shown in before.values() for url in sorted(shown & own)[:3]}
    assert traces(porteur, some, marked) == {name: shown & some for name, shown in before.items()}
    fed = {url for url in urls - own if url.endswith("/flux/")}
    assert traces(porteur, fed, marked) == {}
    for restriction in private:
        restriction.delete()

    # What is not published is for nobody, were it somebody who may open private pages.
    for page in marked:
        page.unpublish()
    assert traces(porteur, urls, marked) == {}


def test_a_follow_up_is_about_a_defi_that_is_seen():
    assert example(FollowUpPage).get_parent().pk == example(DefiPage).pk
