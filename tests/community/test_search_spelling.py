"""Typing errors are put right with words that everybody may read, and with no others."""

import pytest
from django.utils import translation
from wagtail.models import PageViewRestriction

from community.models import Territory
from community.search.asking import asking
from community.search.known import words_of_texts
from community.search.query import scored
from community.search.spelling import corrected, correction
from defis.models import DefiIndexPage, DefiPage
from methods.models import GlossaryIndexPage, GlossaryTermPage
from tests.page_types import example
from tests.queries import queries

TEXTS = [
    "Le budget participatif",
    "Un budget pour l’innovation publique",
    "Le défi de la médiation et de l’empathie",
    "Un défi",
    "Iași, ville de Roumanie",
    "Les acteurs.ice de la collectivité territoriale",
    "Le SPIP",
    "Co-construction et coopération",
    "Œuvres",
    "Le marché et la marche",
]
KNOWN = words_of_texts(TEXTS, "fr")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("inovation", "innovation"),
        ("innnovation", "innovation"),
        ("bugdet", "budget"),
        ("budgey", "budget"),
        ("le bugdet participtif", "le budget participatif"),
        ("Médiaton !", "médiation !"),
        ("mdaition", "médiation"),
        ("colectivite teritoriale", "collectivité territoriale"),
        ("cooperaiton", "coopération"),
        ("coconstrution", "Co-construction"),
        ("budgetparticipatif", "budget participatif"),
        ("inno vation publique", "innovation publique"),
        ("lempathie", "l’empathie"),
        ("d'empatie", "d'empathie"),
        ("dfi", "défi"),
        ("spp", "SPIP"),
        ("euvres", "Œuvres"),
        ("iassi", "Iași"),
        ("acteurs.ice du budjet", "acteurs.ice du budget"),
        ("BUDJET zorglub", "budget zorglub"),
    ],
)
def test_what_was_meant(typed, right):
    assert correction(typed, KNOWN, lambda word: False) == right


NOTHING_WRONG = "budget,DEFIS,œuvre,mediations,zorglub,de,xyz,12345,b2c,a.b,acteur·rice·s,élu(e)s"
JUNK = ["", "bu", "x" * 10_000, "-" * 5_000, "\0\ud800", "🙂"]


@pytest.mark.parametrize("typed", [*NOTHING_WRONG.split(","), *JUNK])
def test_nothing_to_put_right(typed):
    assert correction(typed, KNOWN, lambda word: False) == ""


def test_a_word_of_some_page_is_never_mistyped():
    assert correction("bugdet inovation", KNOWN, {"bugdet"}.__contains__) == "bugdet innovation"


def test_the_site_corrects_with_public_words_in_the_active_language(asked, english):
    page = example(DefiPage)
    page.title, page.summary = "Le zorglub", "Sa xylophagie est connue."
    page.tags.add("quinquet")
    page.save_revision().publish()
    names = [("synonym", "galipette"), ("acronym", "QZXW")]
    term = GlossaryTermPage(title="Pirouette", summary="Un tour.", forms=names)
    example(GlossaryIndexPage).add_child(instance=term).save_revision().publish()
    typed = ("zorgulb", "xilophagie", "qinquet", "galpette", "qzwx", "piruette")
    right = ["zorglub", "xylophagie", "quinquet", "galipette", "QZXW", "Pirouette"]
    assert [corrected(asked(), one) for one in typed] == right
    with translation.override("en"):
        assert corrected(asked(), "zorgulb") == ""
    # Nobody learns from a correction what a page says that they may not read.
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert [corrected(asked(), one) for one in typed[:3]] == ["", "", ""]
    restriction.delete()
    assert corrected(asked(), "zorgulb") == "zorglub"
    page.unpublish()
    assert corrected(asked(), "zorgulb") == ""
    # A territory that no page refers to is in no list either.
    Territory.objects.create(name="Quixanville", kind="commune", code="00000")
    assert corrected(asked(), "quixanvile") == ""


def test_the_steps_of_a_search(client, asked):
    pages = DefiPage.objects.live().filter(locale__language_code="fr")
    page = pages.first()
    page.title = "Le zorglub participatif"
    page.save_revision().publish()

    def answer(text: str, **options: bool) -> tuple[str, str, list[str]] | None:
        for step in asking(asked(), text, **options).steps():
            found = scored(pages, step.query).order_by("-score")
            if found:
                return step.name, step.text, [one.title for one in found[:1]]
        return None

    assert answer("zorglub") == ("all", "zorglub", [page.title])
    assert answer("zorgulb") == ("corrected", "zorglub", [page.title])
    both = ("most", "zorglub participatif quinquets", [page.title])
    assert answer("zorgulb participatf quinquets") == both
    assert answer("zorgulb", exact=True) is None
    # An empty list offers what was meant, with the filters in force; what is kept costs no query.
    address = example(DefiIndexPage).get_url()
    empty = client.get(address, {"q": "zorgulb"})
    meant = empty.context["results"].meant
    assert (meant.text, meant.url) == ("zorglub", "?q=zorglub")
    assert meant.url in empty.content.decode()
    assert client.get(address + meant.url).context["results"].total == 1
    assert client.get(address, {"q": "quixanv"}).context["results"].meant is None
    assert client.get(address, {"q": "zorgulb", "exact": "1"}).context["results"].meant is None
    assert queries(client, f"{address}?q=zorgulb") <= 25
