"""Titles are sorted as a French reader expects."""

import pytest

from community.pages.sorting import sort_key


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Éco-conciergerie", "eco conciergerie"),
        ("L’agglo’bus", "agglo bus"),
        ("L'agglo'bus", "agglo bus"),
        ("Le lab", "lab"),
        ("« Le lab »", "lab"),
        ("Les œuvres", "oeuvres"),
        ("Un toit pour chaque MNA", "toit pour chaque mna"),
        ("De la ria", "ria"),
        ("Lettre", "lettre"),
        ("Desserte", "desserte"),
        ("Le", "le"),
        ("L’", "l"),
        ("", ""),
        ("…", ""),
        ("5 pourquoi", "5 pourquoi"),
        ("ÀÉÎÔÙÇ", "aeiouc"),
    ],
)
def test_the_key_of_a_title(title, key):
    assert sort_key(title) == key


def test_french_order():
    titles = ["Zone", "Éclair", "Eau", "Le déclic", "Coffre", "Cœur", "À propos", "D’ici"]
    assert sorted(titles, key=sort_key) == [
        "À propos", "Cœur", "Coffre", "Le déclic", "Eau", "Éclair", "D’ici", "Zone",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "language", "key"),
    [
        ("The lab", "en", "lab"),
        ("A roof for every minor", "en", "roof for every minor"),
        ("An “open” day", "en-gb", "open day"),
        ("Theory of change", "en", "theory of change"),
        ("Le Mans", "en", "le mans"),
        ("The lab", "fr", "the lab"),
        ("Un sat", "ro", "un sat"),
        ("Țara", "ro", "tara"),
    ],
)
def test_each_language_drops_its_own_articles(title, language, key):
    assert sort_key(title, language) == key
