"""What is printed: tagged, told in its language, with its fonts, the same bytes each time."""

import json
import unicodedata

import pytest

from community.printing import (
    Document,
    PrintError,
    Raw,
    Step,
    lines,
    pdf,
    pdf_response,
    qr,
    rich,
    steps,
)
from community.printing.fonts import _DRAWN, is_drawn, printable
from community.text.typography import typographic, typographic_parts
from tests.pdf import Read

pytestmark = pytest.mark.whatever_the_database

THIN, FIXED = "\u202f", "\u00a0"
ORIGIN = "https://maillage.example"


def card(**changes) -> dict:
    url = f"{ORIGIN}/methodes/essai/"
    whole = {
        "kind": "Méthode · Essai",
        "title": "L'œuvre à l’épreuve",
        "summary": "Pour qui ? Pour « tous » : 12 000 personnes → demain…",
        "facts": [["Durée", "45 min"], ["Groupe", "de 4 à 24"]],
        "sections": [],
        "brief": [],
        "origin": [["Source :", "Un bilan"]],
        "language": Raw("fr"),
        "gathered": "",
        "url": Raw(url),
        "shown_url": Raw("maillage.example/methodes/essai/"),
        "qr": qr(url),
        "qr_alt": "Code QR",
    }
    return {**whole, **changes}


def section(blocks, **changes) -> dict:
    return {"heading": "Partie", "blocks": blocks, "on_card": True, "narrow": False, **changes}


def printed(*cards, template: str = "card", title: str = "Une fiche", language: str = "fr") -> Read:
    data = {"cards": list(cards) or [card()]}
    return Read(pdf(f"community/{template}.typ", data, title=title, language=language, author="M"))


@pytest.fixture(scope="module")
def sheet() -> Read:
    html = (
        "<h2>Un titre</h2>"
        "<p>Du <b>gras</b>, de l’<i>italique</i> et <a href='/ici/'>un lien</a>.</p>"
        "<ol><li>un</li><li>deux<ul><li>dedans</li></ul></li></ol>"
    )
    found = [*rich(html, ORIGIN), *steps([Step("Écrire", "5 min", "À deux", rich("<p>Tout</p>"))])]
    return printed(card(sections=[section(found), section(lines(["Œil", "Été"]))]))


def test_it_is_a_tagged_pdf_ua(sheet):
    assert sheet.has(rb"/StructTreeRoot") and sheet.has(rb"/MarkInfo\s*<<\s*/Marked true")
    assert sheet.has(rb"pdfuaid:part(>|=\")1")
    assert sheet.language == "fr-FR"
    assert sheet.title == "Une fiche"
    assert sheet.has(rb"/DisplayDocTitle true")


def test_its_headings_lists_links_and_pictures_are_tagged(sheet):
    for tag in (rb"H1", rb"H2", rb"H3", rb"L", rb"LI", rb"Link", rb"Figure"):
        assert sheet.has(rb"/S\s*/" + tag + rb"\b"), tag
    assert sheet.has(rb"/Alt\s*[(<]")
    assert sheet.has(rb"/URI\s*\(https://maillage.example/ici/\)")


def test_its_fonts_are_in_it(sheet):
    fonts = sheet.fonts()
    assert fonts and all(fonts.values()), fonts


def test_its_words_can_be_read_and_copied(sheet):
    text = sheet.text()
    for words in ("L’œuvre à l’épreuve", f"Pour qui{THIN}?", f"«{THIN}tous{THIN}»{FIXED}:", "→"):
        assert words in text
    assert f"12{THIN}000" in text


def test_it_fits_inside_its_margins(sheet):
    assert sheet.size() == (148, 210)
    assert min(sheet.margins()) > 6
    greys = sheet.image().histogram()
    assert 0.005 < sum(greys[:128]) / sum(greys) < 0.25


def test_the_same_data_gives_the_same_bytes():
    assert printed().data == printed().data
    assert printed().data != printed(title="Une autre").data


def test_a_long_card_goes_on_overleaf_and_loses_nothing():
    long = printed(card(sections=[section(lines(f"Ligne numéro {n}" for n in range(80)))]))
    assert len(long) > 1
    assert all(f"Ligne numéro {n}" in long.text() for n in range(80))
    assert all(min(long.margins(page)) > 6 for page in range(len(long)))


def test_four_cards_to_a_sheet_are_said_shorter_rather_than_cut():
    found = steps(Step(f"Étape {n} " + "longue " * 8, "5 min") for n in range(1, 31))
    tips = lines(["Un conseil très long " * 10] * 9)
    one = card(
        title="Une question " * 19,
        summary="Un but " * 42,
        brief=[section(found, more="Étapes non reprises : #."), section(tips, more="")],
    )
    sheets = printed(*[one] * 5, template="four")
    assert [sheets.size(page) for page in range(len(sheets))] == [(210, 297)] * 2
    text = sheets.text(0)
    assert text.count("Un but") >= 4 and text.count("Étapes non reprises") == 4
    assert "Un conseil" not in text
    tips = lines(f"Conseil {n} " + "long " * 40 for n in range(9))
    room = card(brief=[section(steps([Step("Une étape")]), more="#"), section(tips, more="")])
    part = printed(room, template="four").text(0)
    assert "Une étape" in part and "Conseil 0" in part and "Conseil 8" not in part
    assert "…" in part.rpartition("Conseil")[2], "It shows that something is left out."
    assert text.count("Un bilan") == 4, "The source of each is printed."
    assert min(sheets.margins(1)) == 0, "Cut marks reach the edge."


def test_what_no_font_has_never_costs_the_document():
    assert printable("Bravo 🎉 !") == "Bravo  !"
    assert printable("中文 et русский") == "… et русский"
    assert printable("a\nb\u2028c\x00") == "a b c"
    assert printable("e\u0301te\u0301") == "été"
    found = printed(card(title="🦄 \x00\ud800\u0600\uffff 漢字", summary="\u200d\ufe0f✓"))
    assert "…" in found.text()


def test_every_character_said_to_be_drawn_is():
    drawn = [chr(code) for first, last in _DRAWN for code in range(first, last + 1)]
    drawn = [character for character in drawn if is_drawn(character)]
    spaced = [c for c in drawn if unicodedata.category(c) != "Mn"]
    for start in range(0, len(spaced), 500):
        printed(card(summary=Raw(" ".join(spaced[start : start + 500]))))


def test_a_fault_says_which_template_and_why():
    with pytest.raises(PrintError, match="no template community/nothing.typ"):
        pdf("community/nothing.typ", {}, title="", language="fr")
    with pytest.raises(PrintError, match="no app zorglub"):
        pdf("zorglub/card.typ", {}, title="", language="fr")
    for address in ("card.typ", "community/../urls.typ", "community/"):
        with pytest.raises(PrintError):
            pdf(address, {}, title="Un titre", language="fr")
    with pytest.raises(PrintError, match="community/card.typ"):
        pdf("community/card.typ", {"cards": 3}, title="Un titre", language="fr")


def test_what_people_write_is_never_source():
    evil = '#panic("oui") $x$ *gras* `code` #read("/etc/passwd") \\ @local </div> = titre'
    found = printed(card(title=evil, summary=evil, sections=[section(lines([evil]))]))
    text = found.text()
    assert text.count("#panic") >= 2 and "*gras*" in text and "root:" not in text


def test_a_browser_that_has_it_gets_nothing_twice(rf):
    document = Document("community/card.typ", {"cards": [card()]}, "Une fiche", "fr")
    first = pdf_response(rf.get("/"), document, "L’été à Étel !")
    assert first["Content-Type"] == "application/pdf"
    assert first["Content-Disposition"] == 'inline; filename="lete-a-etel.pdf"'
    assert "public" in first["Cache-Control"]
    again = rf.get("/", headers={"If-None-Match": first["ETag"]})
    second = pdf_response(again, document, "x", private=True)
    assert (second.status_code, second.content) == (304, b"")
    assert "private" in second["Cache-Control"]
    other = Document("community/card.typ", {"cards": [card(title="Non")]}, "Une fiche", "fr")
    assert other.etag != document.etag


def test_rich_text_keeps_its_words_and_no_more():
    html = (
        "loin<script>alert(1)</script><p>  Un <strong>mot</strong>\n ! <span>et</span><br>un "
        "<a href='javascript:x'>faux</a> <a href='/x y'>lien</a></p><table><tr><td>case</td></tr>"
        "</table><!-- rien --><ul>perdu<li></li><li>un</li></ul><h4></h4>"
    )
    first, second, third, last = rich(html, ORIGIN)
    assert first["runs"] == [{"text": "loin"}]
    words = "".join(run["text"] for run in second["runs"])
    assert words == "Un mot ! et un faux lien"
    assert [run for run in second["runs"] if "url" in run] == [
        {"text": "lien", "url": f"{ORIGIN}/x y"}
    ]
    assert third["runs"][0]["text"] == "case"
    assert last["items"] == [[{"kind": "paragraph", "runs": [{"text": "un"}]}]]
    assert "alert" not in json.dumps(rich(html))
    assert rich("<div>" * 3000 + "au fond") and rich("<b>" * 3000 + "au fond")
    assert rich("") == lines([]) == steps([]) == []


def test_headings_never_jump():
    found = rich("<h4>Trop bas</h4><p>a</p><h2>Bien</h2><h5>Encore</h5>")
    assert len(printed(card(sections=[section(found)]))) == 1


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Quoi ? Non ! Si ; bien", f"Quoi{THIN}? Non{THIN}! Si{THIN}; bien"),
        ("Ici : « là »", f"Ici{FIXED}: «{THIN}là{THIN}»"),
        ("Ici\u00a0? « là »", f"Ici{THIN}? «{THIN}là{THIN}»"),
        ("98 000 habitants, 1 234 567", f"98{THIN}000 habitants, 1{THIN}234{THIN}567"),
        ("en 2018 100 personnes", "en 2018 100 personnes"),
        ("57 % à 10 € en 5 min", f"57{FIXED}% à 10{FIXED}€ en 5{FIXED}min"),
        ("l'œuvre d'art, 'cité'", "l’œuvre d’art, 'cité'"),
        ("https://a.fr/?q=x ;y!", "https://a.fr/?q=x ;y!"),
        ("https://a.fr/l'eau? et moi ?", f"https://a.fr/l'eau? et moi{THIN}?"),
        ("10:30, a:b, x?y=1, !important, (!)", "10:30, a:b, x?y=1, !important, (!)"),
    ],
)
def test_french_spaces(typed, shown):
    assert typographic(typed, "fr") == shown
    assert typographic(shown, "fr") == shown
    assert typographic(typed, "en") == typed
    assert len(typographic(typed, "fr")) == len(typed)


def test_a_text_cut_by_bold_is_one_text():
    assert typographic_parts(["Quoi", " ", "?"], "fr") == ["Quoi", THIN, "?"]


def test_a_qr_code_is_a_small_drawing_without_source():
    drawing = qr(f"{ORIGIN}/é?a=1&b='\"<script>")
    assert drawing.startswith("<svg") and "script" not in drawing and len(drawing) < 20_000
