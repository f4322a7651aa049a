"""What every public page costs, and what it leaves alone: third parties, cookies, the console."""

from collections.abc import Callable

import pytest

from . import ecoindex
from .addresses import KINDS, PRIVATE, WITH_COOKIE, path_to
from .served import Served
from .visits import Visit, visit
from .windows import Opener

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

KILOBYTES_WITHOUT_IMAGES = 150
REQUESTS = 12
# The window in which EcoIndex is measured.
LARGE = {"width": 1920, "height": 1080}

every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def seen() -> dict[str, Visit]:
    """The visits made so far: one serves all the tests of a page."""
    return {}


@pytest.fixture
def visited(served: Served, opened: Opener, seen: dict[str, Visit]) -> Callable[[str], Visit]:
    """Give the first visit of somebody to a kind of page."""

    def first_visit(kind: str) -> Visit:
        if kind not in seen:
            url = served.url + path_to(kind, served)
            seen[kind] = visit(opened(viewport=LARGE), url)
        return seen[kind]

    return first_visit


@every_kind
def test_answers(visited: Callable[[str], Visit], kind: str) -> None:
    assert visited(kind).status == (404 if kind == "not found" else 200)


@every_kind
def test_no_third_party(visited: Callable[[str], Visit], served: Served, kind: str) -> None:
    strangers = [one.url for one in visited(kind).asked if not one.url.startswith(served.url)]
    assert not strangers


@every_kind
def test_every_request_is_answered(visited: Callable[[str], Visit], kind: str) -> None:
    page, *rest = visited(kind).asked
    assert [one for one in rest if one.status != 200] == []


@every_kind
def test_nothing_is_left_on_the_machine(visited: Callable[[str], Visit], kind: str) -> None:
    assert visited(kind).cookies == (["csrftoken"] if kind in WITH_COOKIE else [])
    assert visited(kind).stored == 0


@every_kind
def test_the_browser_does_not_complain(visited: Callable[[str], Visit], kind: str) -> None:
    assert visited(kind).complaints == []


@every_kind
def test_budgets(visited: Callable[[str], Visit], kind: str) -> None:
    page = visited(kind)
    assert page.weight_without_images <= KILOBYTES_WITHOUT_IMAGES
    assert len(page.asked) <= REQUESTS


@every_kind
def test_ecoindex(visited: Callable[[str], Visit], kind: str) -> None:
    page = visited(kind)
    points = ecoindex.score(page.elements, len(page.asked), page.weight)
    figures = f"{points}: {page.elements} elements, {len(page.asked)} requests"
    # Fifteen figures that do not agree, each with its source and what it counts, take room.
    assert ecoindex.grade(points) in ("AB" if kind == "edition in full" else "A"), figures


def test_the_site_map_for_robots_names_pages_that_open(opened: Opener, served: Served) -> None:
    context = opened()
    answer = context.request.get("/sitemap.xml")
    urls = [part.split("</loc>")[0] for part in answer.text().split("<loc>")[1:]]
    assert f"{served.url}{served.path('defis.DefiPage')}" in urls
    assert not [url for url in urls if not url.startswith(served.url)]
    assert not {served.path(kind) for kind in PRIVATE} & {
        url.removeprefix(served.url) for url in urls
    }
    faults = []
    # The first of the site, the last, and some in between: together they are many.
    for url in {*urls[:10], *urls[-5:], *urls[::8]}:
        page = context.request.get(url)
        if page.status != 200 or "set-cookie" in page.headers:
            faults.append((url, page.status, page.headers.get("set-cookie")))
    assert not faults
