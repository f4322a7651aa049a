"""The analysis of texts: pure functions, no database."""

import pytest

from community.search.analysis import (
    LONGEST_QUERY,
    LONGEST_TEXT,
    LONGEST_WORD,
    fold,
    index_text,
    stem,
    terms,
)


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
        ("aujourd'hui", "aujourd hui"),
        ("l'", ""),
        ("savoir-faire, e-mail", "savoir faire e mail"),
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
    ],
)
def test_inclusive_forms_give_the_words_they_stand_for(text, expected):
    assert index_text(text, stemmed=False) == expected
    assert index_text(f"Les {text}.", stemmed=False) == f"les {expected}"
    assert terms(text)[0] in index_text(expected).split()
    assert len(terms(text)) == 1


@pytest.mark.parametrize("text", ["exemple.fr", "www.cnfpt.fr", "M. le maire", "fin.Le", "3.2.e"])
def test_other_full_stops_only_separate(text):
    assert index_text(text, stemmed=False) == " ".join(fold(text).replace(".", " ").split())


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
    assert terms("le budget de la ville") == terms("budget ville")
    assert terms("Où et qui ?") == ["ou", "et", "qui"]
    assert terms("le bud", stemmed=False) == ["le", "bud"]


def test_terms_are_unique_and_few():
    assert terms("défi défis DEFI") == [stem("defi")]
    assert len(terms(" ".join(f"mot{n}" for n in range(200)))) == 16
    assert len(terms("un deux trois quatre", limit=2)) == 2


@pytest.mark.parametrize("text", ["", "   ", '"', "\0", "*", "l'", "🙂 🎉", "— … !", "'; --", "_"])
def test_nothing_to_look_for(text):
    assert terms(text) == []
    assert index_text(text) == ""


def test_long_texts_are_cut():
    assert terms("1" * 10_000_000) == ["1" * LONGEST_WORD]
    assert terms("é " * LONGEST_QUERY + "budget") == ["e"]
    assert index_text("a " * LONGEST_TEXT + "budget") == "a"
