"""Editors learn what people search for in vain; of those who searched, nobody learns anything."""

import datetime
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.contrib.search_promotions.models import SearchPromotion

from community.models import SearchMiss
from community.search import misses
from community.search.misses import found_nothing, purge
from defis.models import DefiPage
from tests.junk import JUNK, check
from tests.page_types import example

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]
REPORT = "/admin/reports/searches/"


def occasions(request, text: str, times: int = 1) -> None:
    """Have ``text`` searched for in vain, each time in another hour."""
    for _time in range(times):
        cache.clear()
        found_nothing(request, text)


def counted() -> dict[str, int]:
    return dict(SearchMiss.objects.values_list("text", "number"))


def missed(text: str, month: datetime.date, number: int = 2, language: str = "fr") -> SearchMiss:
    return SearchMiss.objects.create(text=text, month=month, number=number, language=language)


def test_the_same_words_count_once_an_hour_however_they_are_written(asked):
    for text in ("Zorglub  volant", "zorglub volant", "ZORGLÛB volant\0"):
        found_nothing(asked(), text)
    assert counted() == {"zorglub volant": 1}
    occasions(asked(), "zorglub volant")
    with translation.override("en"):
        occasions(asked(), "zorglub volant")
    rows = SearchMiss.objects.order_by("language").values_list("language", "number", "month")
    first = timezone.localdate().replace(day=1)
    assert list(rows) == [("en", 1, first), ("fr", 2, first)]


def test_what_is_kept_is_words_a_language_a_month_and_a_number(db):
    fields = {field.name for field in SearchMiss._meta.get_fields()}
    assert fields == {"id", "text", "language", "month", "number"}


@pytest.mark.parametrize(
    "text",
    [
        "camille@example.org",
        "06 12 34 56 78",
        "camille 06.12.34.56.78",
        "née le 12/05/1984",
        "FR76 3000 6000",
        "https://example.org/?session=a",
        "?!…",
        "",
        "\0",
    ],
)
def test_what_may_be_personal_and_what_is_no_word_is_never_kept(asked, text):
    found_nothing(asked(), text)
    assert counted() == {}


def test_words_are_cut_and_are_no_formula(asked):
    found_nothing(asked(), '=HYPERLINK("zorglub")' + " volant" * 50)
    ((text, _number),) = counted().items()
    assert text.startswith("hyperlink") and len(text) <= 80
    for junk in JUNK.values():
        found_nothing(asked(), junk)


def test_editors_robots_and_looks_at_the_headers_do_not_count(asked, account):
    found_nothing(asked(user=account("editor")), "zorglub")
    robot, head = asked(), asked()
    robot.META["HTTP_USER_AGENT"] = "Mozilla/5.0 (compatible; Googlebot/2.1)"
    head.method = "HEAD"
    found_nothing(robot, "zorglub")
    found_nothing(head, "zorglub")
    assert counted() == {}


def test_a_month_holds_so_many_words_and_what_was_asked_once_makes_room(asked, monkeypatch):
    monkeypatch.setattr(misses, "MOST_A_MONTH", 2)
    occasions(asked(), "souvent", 2)
    for text in ("un", "deux", "trois"):
        occasions(asked(), f"zorglub {text}")
    assert counted() == {"souvent": 2, "zorglub trois": 1}
    occasions(asked(), "zorglub trois")
    occasions(asked(), "zorglub quatre")
    assert counted() == {"souvent": 2, "zorglub trois": 2}


def test_a_count_that_fails_breaks_no_search(asked, monkeypatch):
    monkeypatch.setattr(misses, "_count", lambda *args: 1 / 0)
    found_nothing(asked(), "zorglub")


def test_what_was_asked_once_goes_with_its_month_and_all_goes_after_a_year(db):
    for text, month, number in [
        ("ce mois", datetime.date(2027, 3, 1), 1),
        ("une fois", datetime.date(2027, 2, 1), 1),
        ("deux fois", datetime.date(2027, 2, 1), 2),
        ("il y a un an", datetime.date(2026, 3, 1), 2),
        ("plus ancien", datetime.date(2026, 2, 1), 9),
    ]:
        missed(text, month, number)
    assert purge(datetime.date(2027, 3, 31)) == 2
    assert set(counted()) == {"ce mois", "deux fois", "il y a un an"}
    said = StringIO()
    call_command("purge_searches", stdout=said)
    assert "searches forgotten" in said.getvalue()


@pytest.fixture
def asked_in_vain(db):
    """Words asked once, twice in two months, and in English."""
    this, last = datetime.date(2026, 11, 1), datetime.date(2026, 10, 1)
    missed("camille zorglub", this, 1)
    missed("volapuk", this, 3)
    missed("volapuk", last, 2)
    missed("quinquet", last, 4, "en")


def test_the_report_tells_what_was_asked_on_two_occasions(editor, asked_in_vain):
    page = editor.get(REPORT)
    rows = [(row.text, row.times) for row in page.context["object_list"]]
    assert rows == [("volapuk", 5), ("quinquet", 4)]
    html = page.content.decode()
    assert 'href="/en/recherche/?q=quinquet"' in html
    assert "zorglub" not in html
    for query, texts in {
        "language=en": ["quinquet"],
        "month=2026-10-01": ["volapuk", "quinquet"],
        "month=2026-11-01": ["volapuk"],
        "month=2026-11-01&language=en": [],
    }.items():
        found = editor.get(f"{REPORT}?{query}").context["object_list"]
        assert [row.text for row in found] == texts, query
    lines = editor.get(f"{REPORT}?export=csv").getvalue().decode().splitlines()
    assert lines[1:] == ["volapuk,fr,5,2026-11-01", "quinquet,en,4,2026-10-01"]


def test_any_query_string_gives_a_report(editor, asked_in_vain):
    for value in JUNK.values():
        check(editor.get(f"{REPORT}?language={value}&month={value}&p={value}"), cut=False)
        check(editor.get(f"{reverse('promote_search')}?q={value}"), cut=False)


def test_from_the_report_an_editor_promotes_a_page(editor, asked_in_vain):
    form = editor.get(f"{reverse('promote_search')}?q=volapuk").context["form"]
    assert form["query_string"].value() == "volapuk"
    page = example(DefiPage)
    values = {"page": page.pk, "description": "Lisez ce défi.", "ORDER": 1}
    sent = {f"editors_picks-0-{name}": value for name, value in values.items()}
    for name, value in {"TOTAL": 1, "INITIAL": 0, "MIN_NUM": 0, "MAX_NUM": 1_000}.items():
        sent[f"editors_picks-{name}_FORMS"] = value
    response = editor.post(reverse("promote_search"), {"query_string": "volapuk", **sent})
    assert response.status_code == 302
    promotion = SearchPromotion.objects.get(query__query_string="volapuk")
    assert promotion.page_id == page.pk


def test_those_who_may_not_promote_pages_read_nothing(porteur, coordinator, asked_in_vain):
    for client in (porteur, coordinator):
        assert client.get(REPORT).status_code == 302
        assert client.get(reverse("promote_search")).status_code == 302
        assert REPORT not in client.get("/admin/").content.decode()


def test_the_menu_leads_to_our_report_and_not_to_an_empty_one(editor, admin_client):
    for client in (editor, admin_client):
        html = client.get("/admin/").content.decode()
        assert REPORT in html
        assert reverse("wagtailsearchpromotions:search_terms") not in html
