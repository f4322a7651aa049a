"""Terms are explained once in running text, and the text stays what it was."""

import re

import pytest

from methods.glossary.annotation import explained
from methods.glossary.lexicon import Lexicon, Term

pytestmark = pytest.mark.whatever_the_database

LINK = re.compile(r'<a class="term" href="([^"]*)" data-definition="([^"]*)">(.*?)</a>', re.S)


def term(key: int, title: str, **names) -> Term:
    return Term(
        key, title, f"Ce qu’est : {title}.", f"/glossaire/{key}/", **{"in_text": True, **names}
    )


LEXICON = Lexicon(
    (
        term(1, "Équipe apprenante"),
        term(2, "Établissement public de coopération intercommunale", acronyms=("EPCI",)),
        term(3, "Prototype", forms=("prototyper",), synonyms=("maquette",)),
        term(4, "Prototype papier"),
        term(5, "Tiers-lieu"),
        term(6, "Défi"),
        term(7, "Site", in_text=False, synonyms=("lieu d’accueil",)),
        term(8, "Pouvoir d’agir", synonyms=("capacité d'agir",)),
        term(9, "Enjeu"),
        term(10, "Facilitateur", forms=("facilitatrice", "facilitateur·rice")),
        term(11, "Porteur de défi"),
        term(12, "DGS", synonyms=("directrice générale des services",)),
        term(13, "Appel à projet"),
        term(14, "Savoir (au sens large)"),
        term(15, "Agent local"),
        term(16, "Bac à sable", forms=("R&D",)),
        term(17, "Jeu sérieux"),
    )
)


def seen(html: str, used: set[int] | None = None) -> list[str]:
    """Return the words that are explained in ``html``; the rest must not have changed."""
    result = explained(html, LEXICON.matcher, LEXICON.by_key, set() if used is None else used)
    assert LINK.sub(r"\3", result) == html, "The text changed."
    return [words for _url, _definition, words in LINK.findall(result)]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Une équipe apprenante.</p>", ["équipe apprenante"]),
        ("<p>Des équipes apprenantes.</p>", ["équipes apprenantes"]),
        ("<p>ÉQUIPE APPRENANTE</p>", ["ÉQUIPE APPRENANTE"]),
        ("<p>L’équipe\u00a0apprenante</p>", ["équipe\u00a0apprenante"]),
        ("<p>L&#x27;équipe&nbsp;apprenante</p>", ["équipe&nbsp;apprenante"]),
        ("<p>L'&eacute;quipe apprenante&nbsp;!</p>", ["&eacute;quipe apprenante"]),
        ("<p>une équipe\n  apprenante</p>", ["équipe\n  apprenante"]),
        ("<p>une e\u0301quipe apprenante</p>", ["e\u0301quipe apprenante"]),
        ("<p>un proto\u00adtype</p>", ["proto\u00adtype"]),
        ("<p>un pouvoir d'agir, un pouvoir d&#39;agir</p>", ["pouvoir d'agir"]),
        ("<p>la capacité d’agir</p>", ["capacité d’agir"]),
        ("<p>un tiers‑lieu</p>", ["tiers‑lieu"]),
        ("<p>des tiers-lieux</p>", ["tiers-lieux"]),
        ("<p>des enjeux</p>", ["enjeux"]),
        ("<p>des jeux sérieux</p>", ["jeux sérieux"]),
        ("<p>des agents locaux</p>", ["agents locaux"]),
        ("<p>porteurs de défis</p>", ["porteurs de défis"]),
        ("<p>Les EPCI</p>", ["EPCI"]),
        ("<p>la DGS</p>", ["DGS"]),
        ("<p>une directrice générale des services</p>", ["directrice générale des services"]),
        ("<p>un savoir</p>", ["savoir"]),
        ("<p>la R&amp;D</p>", ["R&amp;D"]),
        ("<p>un·e facilitateur·rice</p>", ["facilitateur·rice"]),
        ("<p>«\u202fprototype\u202f»</p>", ["prototype"]),
        ("<p>(prototype), <b>prototyper</b></p>", ["prototype"]),
        ("<ul><li>Un <i>enjeu</i></li></ul>", ["enjeu"]),
        ("prototype", ["prototype"]),
        ("1 < 2, prototype", ["prototype"]),
        ('<img alt="un > prototype"> enjeu', ["enjeu"]),
        ("<p>Prototype. Enjeu.</p>", ["Prototype", "Enjeu"]),
    ],
)
def test_it_is_explained(html, words):
    assert seen(html) == words


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Rien à dire ici.</p>",
        "<p>une equipe apprenante, un defi</p>",  # accents count
        "<p>un epci, un Epci</p>",  # capitals too, for acronyms
        "<p>un tiers lieu</p>",  # a hyphen is no space
        "<p>équipe, apprenante</p>",
        "<p>équipe <b>apprenante</b></p>",
        "<p>prototypage, archiprototype, prototype2, proto type</p>",
        "<p>sous-prototype, prototype-témoin, prototype.fr, @prototype, /prototype/</p>",
        "<p>prototype·s, défi.e.s, enjeu·x</p>",
        "<p>un site, une maquette</p>",  # ordinary words
        "<p>un lieu d’accueil</p>",  # its term is not for texts
        "<h2>Un prototype</h2>",
        "<h3>Un <b>prototype</b></h3>",
        '<a href="/x/">Un <b>prototype</b></a>',
        "<blockquote><p>Un prototype</p></blockquote>",
        "<p><q>Un prototype</q></p>",
        "<pre><code>prototype</code></pre>",
        "<button>Prototype</button>",
        "<figure><figcaption>Un prototype</figcaption></figure>",
        '<p>Un <span data-plain="">prototype <b>et</b> un enjeu</span></p>',
        "<span data-plain>un <span>prototype</span> et un enjeu</span>",
        "<!-- prototype -->",
        '<p title="prototype">Ah</p>',
        '<script type="module">prototype</script>',
        "<svg><text>prototype</text></svg>",
        "&prototype;",
        "<details><summary>Le prototype</summary></details>",
    ],
)
def test_it_is_left_alone(html):
    assert seen(html) == []


def test_what_is_left_alone_ends_where_it_ends():
    assert seen("<h2>Un enjeu</h2><p>Un enjeu</p>") == ["enjeu"]
    assert seen('<p><span data-plain="">Un enjeu</span>, un enjeu</p>') == ["enjeu"]
    assert seen("<blockquote>a<blockquote>b</blockquote>enjeu</blockquote> enjeu") == ["enjeu"]
    assert seen('<a href="#">x</a> enjeu <img data-plain> prototype') == ["enjeu", "prototype"]


def test_each_term_is_explained_once_in_all_the_parts_of_a_page():
    used: set[int] = set()
    assert seen("<p>Un prototype, deux prototypes, prototyper</p>", used) == ["prototype"]
    assert seen("<p>Un prototype et un enjeu</p>", used) == ["enjeu"]
    assert used == {3, 9}


def test_the_longest_term_wins_even_when_it_was_explained_already():
    assert seen("<p>Un prototype papier</p>") == ["prototype papier"]
    used = {4}
    assert seen("<p>Un prototype papier, puis un prototype</p>", used) == ["prototype"]
    assert seen("<p>Un défi, son porteur de défi</p>") == ["défi", "porteur de défi"]


def test_the_link_has_the_address_and_the_definition_escaped():
    quoted = Term(1, "Mot", 'Dit « "oui" » & <b>non</b>', "/glossaire/mot/?a=1&b=2", in_text=True)
    known = Lexicon((quoted,))
    html = explained("<p>un mot</p>", known.matcher, known.by_key, set())
    assert html == (
        '<p>un <a class="term" href="/glossaire/mot/?a=1&amp;b=2" data-definition="Dit « '
        '&quot;oui&quot; » &amp; &lt;b&gt;non&lt;/b&gt;">mot</a></p>'
    )


def test_names_without_a_word_and_names_of_two_terms_do_no_harm():
    known = Lexicon((term(1, "…"), term(2, "Même"), term(3, "Même", acronyms=("", "M"))))
    html = explained("<p>… même</p>", known.matcher, known.by_key, set())
    assert 'href="/glossaire/2/"' in html
    assert len(LINK.findall(html)) == 1


def test_faulty_html_comes_back_as_it_is():
    for html in (
        "<p>un < prototype",
        "<a prototype",
        "</p></b> enjeu <",
        "<h2>prototype",
        "<>&;&#x;",
    ):
        seen(html)
