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
