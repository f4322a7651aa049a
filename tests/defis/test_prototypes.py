"""A prototype answers several défis, a défi has several prototypes; a doubtful tie says so."""

import pytest

from defis.models import DefiPage, Kind, Maturity, PrototypeDefi, PrototypeIndexPage, PrototypePage
from tests.page_types import example

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.fixture
def prototype(defi) -> PrototypePage:
    page = PrototypePage(title="La boîte à zorglub", slug="zorglub", kind=Kind.GAME)
    example(PrototypeIndexPage).add_child(instance=page)
    return page


def tie(prototype, defi, confirmed: bool) -> None:
    prototype.prototype_defis.add(PrototypeDefi(defi=defi, confirmed=confirmed))
    prototype.save_revision().publish()


def test_a_name_and_a_type_are_enough(prototype, client):
    prototype.full_clean()
    assert prototype.maturity == Maturity.SHOWN
    assert client.get(prototype.get_url()).status_code == 200
    assert client.get("/prototypes/?q=zorglub").context["results"].total in (0, 1)


def test_each_shows_the_other(prototype, defi, first, client):
    tie(prototype, defi, confirmed=True)
    tie(prototype, first, confirmed=True)
    shown = client.get(prototype.get_url())
    assert [row["defi"] for row in shown.context["defis"]] == [defi, first]
    for each in (defi, first):
        response = client.get(each.get_url())
        assert prototype in response.context["prototypes"]
        assert response.content.decode().count("La boîte à zorglub") >= 1


def test_they_are_shown_once(prototype, defi, client):
    tie(prototype, defi, confirmed=True)
    html = client.get(defi.get_url()).content.decode()
    assert html.count(f'href="{prototype.get_url()}"') == 1
    assert client.get(prototype.get_url()).content.decode().count(f'href="{defi.get_url()}"') == 1


def test_a_doubtful_tie_says_so_on_both_sides(prototype, defi, client):
    addresses = (prototype.get_url(), defi.get_url())
    tie(prototype, defi, confirmed=True)
    sure = [client.get(address).content.decode() for address in addresses]
    PrototypeDefi.objects.filter(page=prototype).update(confirmed=False)
    doubtful = [client.get(address).content.decode() for address in addresses]
    assert doubtful[0] != sure[0]
    assert doubtful[1] != sure[1]


def test_a_hidden_defi_is_not_named_by_its_prototype(prototype, defi, client):
    tie(prototype, defi, confirmed=True)
    DefiPage.objects.get(pk=defi.pk).unpublish()
    response = client.get(prototype.get_url())
    assert response.context["defis"] == []
    assert defi.title not in response.content.decode()


def test_deleting_a_defi_leaves_its_prototypes(prototype, defi):
    tie(prototype, defi, confirmed=True)
    defi.delete()
    assert PrototypePage.objects.get(pk=prototype.pk).prototype_defis.count() == 0


def test_types_and_maturities_are_offered_in_words(client):
    results = client.get("/prototypes/").context["results"]
    for name, words in (("type", Kind), ("maturite", Maturity)):
        facet = next(found for found in results.facets if found.facet.name == name)
        labels = {choice.value: str(choice.label) for choice in words}
        assert all(str(option.label) == labels[option.value] for option in facet.options)
