"""Search in the database in use: the same questions and the same answers on each."""

from collections.abc import Iterable
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.core.paginator import Paginator
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modelsearch.backends import get_search_backend
from modelsearch.query import MATCH_ALL, MATCH_NONE, Boost, Phrase, PlainText
from wagtail.models import Page

from community.search.engine.postgres_index import (
    INDEX,
    LARGEST_ROW,
    PAGE_KEY,
    TABLE,
    create_postgres_index,
    drop_postgres_index,
    tune_postgres,
    untune_postgres,
)
from community.search.query import search_pages
from community.search.together import indexed_together
from tests.searchable import ours

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite only")
on_postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL only")


def titles(results: Iterable[Page]) -> list[str]:
    """Return the titles of the pages found, in their order."""
    return [page.title for page in results]


def found(text: str) -> list[str]:
    """Return the titles of the pages that ``text`` finds, in their order."""
    return titles(search_pages(ours(), text))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Défi de la ria d’Étel", "defi etel"),
        ("Les défis", "DÉFI"),
        ("La méthode", "methodes"),
        ("Une œuvre commune", "oeuvre"),
        ("Au cœur", "coeur"),
        ("L’empathie", "d'empathie"),
        ("Carte d'empathie", "l’empathie"),
        ("Un usager", "usagers"),
        ("Des usagers", "l'usagère"),
        ("Les acteurs.ice du territoire", "actrices"),
        ("Les acteurs.ice du territoire", "acteur"),
        ("Les acteurs du territoire", "acteurs.ice"),
        ("Les participant·e·s", "participante"),
        ("Les participantes", "participant.e.s"),
        ("Un enjeu public", "enjeux publiques"),
        ("Savoir-faire", "savoir faire"),
        ("Budget de la ville", "le budget d'une ville"),
        ("Qui êtes-vous ?", "qui"),
        ("Inno\u00advation", "innovation"),
        ("Voir exemple.fr", "exemple"),
        ("Rapport 2018", "2018"),
    ],
)
def test_what_is_written_is_found(create, written, typed):
    create(written)
    create("Autre chose")
    assert found(typed) == [written]


@pytest.mark.parametrize("typed", ["étel", "user", "budget étel", "mairie"])
def test_what_is_not_written_is_not_found(create, typed):
    create("Le budget des usagers", "Un texte de la maison")
    assert found(typed) == []


def test_every_word_is_needed_wherever_it_is(create):
    create("Budget participatif", "Une démarche à Rennes")
    create("Budget primitif", "Un vote à Brest")
    assert found("rennes budgets") == ["Budget participatif"]


def test_titles_come_first_and_short_ones_before(create):
    create("Le climat", "Un texte bien plus long que les autres, " * 20)
    create("Comment les villes se préparent à tout ce qui change dans le climat", "Rien. " * 200)
    create("Autre sujet", "Climat, climat, climat et encore climat.")
    create("Encore un", "Un mot du climat parmi beaucoup d'autres mots sans rapport avec lui.")
    assert found("climat")[:2] == [
        "Le climat",
        "Comment les villes se préparent à tout ce qui change dans le climat",
    ]
    assert len(found("climat")) == 4


def test_the_queryset_is_respected_whatever_its_filters(create):
    create("Défi public")
    create("Défi en brouillon", live=False)
    # No FilterField goes through a relation.
    french = ours().filter(locale__language_code="fr")
    assert titles(search_pages(french.live(), "défi")) == ["Défi public"]
    unrestricted = french.filter(view_restrictions=None).live()
    assert titles(search_pages(unrestricted, "défi")) == ["Défi public"]
    assert titles(search_pages(french.live().specific(), "défi")) == ["Défi public"]


def test_results_are_a_queryset_to_page_filter_and_sort(create):
    for number in range(5):
        create(f"Atelier {number}", "Atelier " * number)
    results = search_pages(ours().live(), "ateliers")
    everything = titles(results)
    pages = Paginator(results, 2)
    assert (pages.count, pages.num_pages) == (5, 3)
    assert [title for page in pages for title in titles(page)] == everything
    assert sorted(everything) == titles(results.order_by("title"))
    assert titles(results.filter(title__contains="3")) == ["Atelier 3"]
    assert results.filter(pk__in=results.values("pk")).count() == 5
    assert results.exists() and len(results.values_list("pk", flat=True)) == 5


def test_the_index_follows_the_page(create):
    page = create("Première idée")
    page.title = "Seconde pensée"
    page.save()
    get_search_backend().add(page)
    assert (found("idée"), found("pensée")) == ([], ["Seconde pensée"])
    page.delete()
    assert found("pensée") == []


def test_what_is_saved_together_is_indexed_once_and_not_read_in_vain(create):
    page = create("Première idée")
    page.title = "Seconde pensée"
    with indexed_together():
        with CaptureQueriesContext(connection) as waiting:
            page.save()
        assert found("pensée") == []
    assert (found("idée"), found("pensée")) == ([], ["Seconde pensée"])
    with CaptureQueriesContext(connection) as at_once:
        page.save()
    assert len(waiting) < len(at_once)


def test_rebuilding_the_index_changes_no_answer(create):
    create("Les acteurs.ice d’Étel", "Un défi")
    before = found("actrice etel défis")
    get_search_backend().reset_indexes()
    assert found("actrice etel défis") == []
    call_command("update_index", verbosity=0)
    assert found("actrice etel défis") == before == ["Les acteurs.ice d’Étel"]


@pytest.mark.parametrize(
    "typed", ["ete", "Éte", "oeu", "œuvre d'Ét", "d’ét", "actri", "les acteurs de l'oe"]
)
def test_completion_ignores_accents_and_ligatures(create, typed):
    create("Les acteurs.ice de l’Œuvre d’Étel")
    create("Autre chose")
    assert titles(ours().autocomplete(typed)) == ["Les acteurs.ice de l’Œuvre d’Étel"]


def test_completion_does_not_stem(create):
    create("Innovation")
    assert titles(ours().autocomplete("innova")) == ["Innovation"]
    assert titles(ours().autocomplete("innover")) == []


def test_queries_in_parts(create):
    create("Un budget participatif")
    create("Participatif mais sans budget", "Étel")
    both = ["Un budget participatif", "Participatif mais sans budget"]
    cases = {
        Phrase("Budgets participatifs"): both[:1],
        PlainText("budget") & Phrase("budgets participatifs"): both[:1],
        PlainText("budget") & ~PlainText("étel"): both[:1],
        PlainText("étel") | PlainText("brest"): both[1:],
        PlainText("étel brest", operator="or"): both[1:],
        PlainText("étel") & PlainText("&&&"): both[1:],
        Boost(PlainText("étel"), 3): both[1:],
        PlainText('"'): [],
        MATCH_NONE: [],
    }
    for query, expected in cases.items():
        assert titles(ours().search(query)) == expected, query
    for everything in (MATCH_ALL, ~PlainText("brest"), ~PlainText("&&&")):
        assert sorted(titles(ours().search(everything))) == sorted(both)


def test_a_search_may_be_limited_to_titles(create):
    create("Le climat", "Une ville")
    create("La ville", "Le climat")
    assert titles(ours().search("climats", fields=["title"])) == ["Le climat"]
    for fields in (["search_description"], ["title", "search_description"], ["unheard_of"]):
        assert len(ours().search("climats", fields=fields)) == 2
        assert len(ours().autocomplete("clim", fields=fields)) == 1
    assert len(ours().search("climats", fields=[])) == 0


def test_other_orders_scores_and_facets(create):
    create("B climat")
    create("A climat")
    results = ours().search("climat", order_by="title")
    assert titles(results) == ["A climat", "B climat"]
    scored = ours().search("climat").annotate_score("score")
    assert all(isinstance(page.score, float) for page in scored)
    assert list(ours().search("climat").facet("live").items()) == [(True, 2)]
    assert list(ours().search('"').facet("live").items()) == []


JUNK = [
    "",
    " ",
    '"',
    '""',
    '"climat',
    "climat*",
    "climat\0",
    "\0",
    "'",
    "''",
    "climat' OR 1=1 --",
    "climat AND",
    "NOT climat",
    "NEAR(climat ville)",
    "title:climat",
    "{title} : climat",
    "^climat",
    "climat & | ! <-> ville",
    "climat:*",
    "(climat",
    "%s %(climat)s {0} {climat}",
    "\\",
    "climat\\' \\\\",
    "🙂",
    "climat 🙂🏳️‍🌈",
    "\ud800",
    "\u202e\u200b\ufeff",
    "ﷺ \u0301\u0301",
    "日本語 عربى ελληνικά हिन्दी",
    "½ ① Ⅷ x² 1e5 0x1f 2e 1e5abc -5 1.2.3",
    "climat" * 2_000,
    "climat " * 2_000,
    "x" * 10_000,
    " ".join(f"mot{number}" for number in range(200)),
    "(" * 10_000,
    "acteur.ice." * 1_000,
    "l'" * 5_000,
    "\n\t\r\x0b\x0c\x1f\x7f\x85",
]


def test_junk_is_searched_without_fuss(create):
    create("Le climat", "Une ville")
    for text in JUNK:
        for results in (
            search_pages(ours(), text),
            ours().search(text),
            ours().search(text, operator="or"),
            ours().autocomplete(text),
            ours().search(Phrase(text)),
        ):
            assert len(results[:20]) == results.count() <= 1, text[:40]


def test_junk_is_indexed_without_fuss(create):
    # Without what no database stores, which never gets as far as the index.
    junk = "".join(character for text in JUNK for character in text if character.isprintable())
    create(junk[:200], junk)
    create("Un livre", " ".join(f"{number:064d}" for number in range(20_000)))
    assert found("climat") == [junk[:200]]
    assert found(f"{1:064d}") == ["Un livre"]


@on_sqlite
def test_sqlite_runs_the_full_text_query_three_times_and_not_for_each_row(create):
    create("Le climat")
    plan = search_pages(ours().live(), "climat").explain()
    # For the rows, their scores, and their titles alone; "=" would be a look-up of one row.
    assert plan.count("VIRTUAL TABLE INDEX 0:M") == plan.count("VIRTUAL TABLE") == 3
    assert plan.count("MATERIALIZE hit") == 2


@on_postgres
def test_the_postgres_index_is_there(db):
    assert INDEX in postgres_indexes()


@on_postgres
def test_rebuilding_the_index_counts_the_words_for_the_planner(create):
    create("Le climat", "Une ville")
    call_command("update_index", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stats WHERE tablename = %s", [INDEX])
        assert cursor.fetchone() == (1,)


@on_postgres
def test_the_postgres_index_is_created_and_dropped(db):
    with connection.cursor() as cursor:
        editor = SimpleNamespace(connection=connection, execute=cursor.execute)
        drop_postgres_index(None, editor)
        assert INDEX not in postgres_indexes()
        create_postgres_index(None, editor)
        create_postgres_index(None, editor)
        assert INDEX in postgres_indexes()


@on_postgres
def test_words_stay_in_their_rows_and_pages_are_known_by_their_key_as_text(db):
    def state() -> tuple:
        cursor.execute("SELECT reloptions FROM pg_class WHERE relname = %s", [TABLE])
        (options,) = cursor.fetchone()
        return options, PAGE_KEY in postgres_indexes("wagtailcore_page")

    tuned = ([f"toast_tuple_target={LARGEST_ROW}"], True)
    with connection.cursor() as cursor:
        editor = SimpleNamespace(connection=connection, execute=cursor.execute)
        assert state() == tuned
        untune_postgres(None, editor)
        assert state() == (None, False)
        tune_postgres(None, editor)
        tune_postgres(None, editor)
        assert state() == tuned


def test_the_postgres_index_is_for_postgres_only():
    editor = SimpleNamespace(connection=SimpleNamespace(vendor="sqlite"))
    create_postgres_index(None, editor)
    drop_postgres_index(None, editor)
    tune_postgres(None, editor)
    untune_postgres(None, editor)


def postgres_indexes(table: str = TABLE) -> set[str]:
    """Return the names of the indexes on ``table``, that of index entries by default."""
    with connection.cursor() as cursor:
        return set(connection.introspection.get_constraints(cursor, table))
