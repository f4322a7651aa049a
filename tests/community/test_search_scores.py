"""Scores that several models share, and the steps from what was typed to what is near it."""

from django.db.models import CharField, Value
from modelsearch.backends import get_search_backend
from modelsearch.query import MATCH_ALL, MATCH_NONE, PlainText
from wagtail.models import Page

from community.models import Territory, Theme, ThemeScheme
from community.search.asking import asking
from community.search.query import scored
from community.search.synonyms import SearchSynonyms, widening
from tests.searchable import ours


def test_scores_of_several_models_go_together(create):
    create("Zorglub et autres sujets d’une longue page", "Un texte. " * 50)
    create("Un quinquet")
    create("Autre chose", "Il y est une fois question du zorglub.")
    theme = Theme.objects.create(name="Zorglub", slug="zorglub", scheme=ThemeScheme.objects.first())
    get_search_backend().add(theme)
    wider = widening("zorglub", [SearchSynonyms([["zorglub", "quinquet"]])])

    def rows(queryset, kind):
        return scored(queryset, wider.query).values_list("pk", Value(kind, CharField()), "score")

    parts = [rows(ours(), "page"), rows(Theme.objects.all(), "theme")]
    parts.append(rows(Territory.objects.none(), "territory"))
    united = parts[0].union(*parts[1:], all=True).order_by("-score", "pk")
    found = list(united)
    assert united.count() == len(found) == 4
    assert [kind for _key, kind, _score in found[:2]].count("theme") == 1
    names = {page.pk: page.title for page in ours()}
    assert names[found[-1][0]] == "Un quinquet"
    assert found[2][2] > found[3][2] > 0
    assert list(united[1:3]) == found[1:3]


def test_scored_is_an_ordinary_queryset_whatever_is_asked(create):
    create("Le climat")
    for query, number in (
        ("climats", 1),
        ("", 0),
        (MATCH_NONE, 0),
        (MATCH_ALL, 1),
        (~PlainText("ville"), 1),
        ('"', 0),
    ):
        found = scored(ours().filter(live=True), query, "good")
        assert found.count() == len(found.order_by("-good")) == number, query
        assert all(isinstance(page.good, float) for page in found)
    assert isinstance(scored(Page.objects.all(), "climat").first(), Page)


def steps(asked, pages) -> dict[str, list[str]]:
    """Return what each step finds, best first."""
    return {
        step.name: [page.title for page in scored(pages, step.query).order_by("-score", "-pk")]
        for step in asked.steps()
    }


def test_most_of_the_words_are_the_last_resort(create, asked):
    create("Le budget participatif des collèges")
    create("Le budget participatif")
    create("Un budget")
    found = steps(asking(asked(), "budget participatif des collèges zorglub"), ours())
    assert found == {
        "all": [],
        "most": ["Le budget participatif des collèges", "Le budget participatif"],
    }
    assert steps(asking(asked(), "budget zorglub", exact=True), ours()) == {"all": []}
    assert "most" not in steps(asking(asked(), "budget"), ours())
    long = " ".join(f"mot{number}" for number in range(40))
    assert steps(asking(asked(), long), ours())["most"] == []
