"""The analysis of texts: pure functions, no database."""

import re

import pytest

from community.search.analysis import (
    LONGEST_QUERY,
    LONGEST_TEXT,
    LONGEST_WORD,
    fold,
    index_text,
    slots,
    stem,
    terms,
)

pytestmark = pytest.mark.whatever_the_database

TWO_WORDS = {("savoir faire", "savoirfaire"), ("comptes rendus", "compterendu")}


def found(text: str, language: str = "fr") -> list[str]:
    """Return the stem of each word that a question looks for."""
    return [slot[0] for slot in slots(text, [language])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Été", "ete"),
        ("E\u0301te\u0301", "ete"),
        ("Œuvre, cœur, Æsculape", "oeuvre, coeur, aesculape"),
        ("L’élu, lʼélu, l´élu", "l'elu, l'elu, l'elu"),
        ("inno\u00advation\u200b \ufeffpublique", "innovation publique"),
        ("ﬁche n° 2 m²", "fiche n° 2 m2"),
        ("STRASSE straße", "strasse strasse"),
        ("", ""),
    ],
)
def test_fold(text, expected):
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'empathie d’Étel", "empathie etel"),
        ("jusqu'au bout, lorsqu’il part", "au bout il part"),
        ("QU'ELLE", "elle"),
        ("aujourd'hui", "aujourd hui aujourdhui"),
        ("l'", ""),
        ("savoir-faire, e‑mail", "savoir faire e mail savoirfaire email"),
        ("la co construction", "la co construction coconstruction"),
        ("S.P.I.P., R&D, U.S.A", "spip rd usa"),
        ("10 000 euros, 10,000", "10 000 euros 10 000 10000"),
        ("le XXIᵉ siècle, 21ème", "le xxie siecle 21e"),
        ("St-Malo, Ste-Foy", "saint malo sainte foy saintmalo saintefoy"),
        ("Emma’s book", "emma book"),
        ("Đakovo, Großau, Iași", "dakovo grossau iasi"),
        ("snake_case", "snake case"),
        ("a\0b\x07c\ud800d", "a b c d"),
    ],
)
def test_words_are_split_and_elisions_dropped(text, expected):
    assert index_text(text, stemmed=False) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("acteurs.ice", "acteur acteurs actrice actrices"),
        ("acteurs.ices", "acteur acteurs actrice actrices"),
        ("acteur·rice·s", "acteur acteurs actrice actrices"),
        ("directeur•trice", "directeur directeurs directrice directrices"),
        ("porteurs.euses", "porteur porteurs porteuse porteuses"),
        ("chargé.e", "charge charges chargee chargees"),
        ("agent.e.s", "agent agents agente agentes"),
        ("citoyen.ne.s", "citoyen citoyens citoyenne citoyennes"),
        ("professionnel.le.s", "professionnel professionnels professionnelle professionnelles"),
        ("créatif·ve", "creatif creatifs creative creatives"),
        ("ouvrier·ère·s", "ouvrier ouvriers ouvriere ouvrieres"),
        ("usager.e", "usager usagers usagere usageres"),
        ("maître·sse", "maitre maitres maitresse maitresses"),
        ("acteur(rice)s", "acteur acteurs actrice actrices"),
        ("acteur-rice-s", "acteur acteurs actrice actrices"),
        ("acteur/rice", "acteur acteurs actrice actrices"),
        ("citoyen(ne)(s)", "citoyen citoyens citoyenne citoyennes"),
        ("citoyen-ne-s", "citoyen citoyens citoyenne citoyennes"),
        ("créatif/ve", "creatif creatifs creative creatives"),
        ("élu-e-s", "elu elus elue elues"),
        ("étudiant.es", "etudiant etudiants etudiante etudiantes"),
        ("élu(s)", "elu elus"),
    ],
)
def test_inclusive_forms_give_the_words_they_stand_for(text, expected):
    assert index_text(text, stemmed=False) == expected
    assert index_text(f"Les {text}.", stemmed=False) == f"les {expected}"
    assert found(text)[0] in index_text(expected).split()
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text", ["exemple.fr", "www.cnfpt.fr", "M. le maire", "fin.Le", "3.2.e", "et/ou", "en (un) mot"]
)
def test_other_full_stops_only_separate(text):
    assert index_text(text, stemmed=False) == " ".join(re.findall(r"\w+", fold(text)))


@pytest.mark.parametrize(
    "forms",
    [
        "acteur acteurs actrice actrices",
        "porteur porteuse porteurs porteuses",
        "usager usagers usagère usagères",
        "chargé chargée chargés chargées",
        "citoyen citoyenne citoyens citoyennes",
        "professionnel professionnelle professionnels professionnelles",
        "conseiller conseillère conseillers conseillères",
        "collectif collective collectifs collectives",
        "public publics publique publiques",
        "participant participante participation participer",
        "facilitateur facilitatrice facilitation",
        "innovation innovations innover innovante",
        "enjeu enjeux",
        "bureau bureaux",
        "local locaux locale locales",
        "méthode methodes",
        "défi DÉFIS",
        "œuvre oeuvres",
    ],
)
def test_forms_of_one_word_share_a_stem(forms):
    assert len({stem(fold(form)) for form in forms.split()}) == 1


def test_different_words_keep_different_stems():
    words = "étel été usager user mairie maison défi définir méthode métier campus campagne"
    assert len(set(index_text(words).split())) == len(words.split())


def test_the_forms_of_one_word_count_once_and_phrases_stay_together():
    assert index_text("acteurs.ices publics") == index_text("acteur public")


def test_terms_leave_stop_words_out_unless_there_is_nothing_else():
    assert found("le budget de la ville") == found("budget ville")
    assert found("l ile d yeu") == found("L’île-d’Yeu")
    assert found("Où et qui ?") == ["ou", "et", "qui"]
    assert terms("le bud") == ["le", "bud"]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        (written, typed)
        for ways in (
            ("co-construction", "coconstruction", "co construction", "CO‑CONSTRUCTIONS"),
            ("savoir-faire", "savoirfaire", "savoir faire"),
            ("compte-rendu", "compterendu", "comptes rendus"),
            ("Saint-Étienne", "saint etienne", "St Etienne", "st-etienne"),
            ("Hauts-de-France", "hauts de france", "les hauts-de-france"),
            ("L’Île-d’Yeu", "l'ile d'yeu", "ile yeu", "l ile d yeu"),
            ("10 000", "10000", "10,000"),
            ("SPIP", "S.P.I.P."),
            ("acteur/actrice", "actrices et acteurs", "acteur(rice)s"),
        )
        for written in ways
        for typed in ways
        # Nothing says that these two words are ever written in one.
        if (written, typed) not in TWO_WORDS
    ],
)
def test_each_way_to_write_finds_the_others(written, typed):
    indexed = index_text(f"Avant {written} après").split()
    assert all(set(slot) & set(indexed) for slot in slots(typed, ["fr"])), slots(typed, ["fr"])


def test_each_language_has_its_stems_and_what_has_none_has_all():
    assert index_text("cities planning", ["en"]) == "citi plan"
    assert found("the city and plans", "en") == ["citi", "plan"]
    assert index_text("orașelor", ["ro"]) == index_text("orașele", ["ro"]) == stem("orase", "ro")
    assert index_text("kaupungit", ["xx"]) == "kaupungit"
    shared = index_text("cities et villes", ["fr", "en"]).split()
    assert {stem("cities", "en"), stem("villes", "fr")} < set(shared)
    both = slots("cities", ["fr", "en"])
    assert both == [(stem("cities", "fr"), "citi")]


def test_terms_are_unique_and_few():
    assert found("défi défis DEFI") == [stem("defi")]
    assert len(found(" ".join(f"mot{n}" for n in range(200)))) == 16
    assert len(terms(" ".join(f"mot{n}" for n in range(200)))) == 16


@pytest.mark.parametrize("text", ["", "   ", '"', "\0", "*", "l'", "🙂 🎉", "— … !", "'; --", "_"])
def test_nothing_to_look_for(text):
    assert terms(text) == found(text) == []
    assert index_text(text) == ""


def test_long_texts_are_cut():
    assert found("1" * 10_000_000) == ["1" * LONGEST_WORD]
    assert terms("1" * 10_000_000) == ["1" * LONGEST_WORD]
    assert terms("é " * LONGEST_QUERY + "budget") == ["e"]
    assert index_text("a " * LONGEST_TEXT + "budget") == "a"
