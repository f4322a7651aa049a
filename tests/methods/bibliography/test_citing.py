"""A text that cites has numbered notes and a list under it, and gives away nothing hidden."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.models import ReferenceIndex
from wagtail.rich_text import RichText

from methods.models import MethodPage, ReferencePage
from tests.page_types import example

pytestmark = pytest.mark.django_db


def citation(page, locator="", words="[réf.]") -> str:
    extra = f' locator="{locator}"' if locator else ""
    return f'<a linktype="reference" id="{page.pk}"{extra}>{words}</a>'


def citing(*paragraphs: str) -> MethodPage:
    page = MethodPage.objects.live().first()
    page.body = [("paragraph", RichText(text)) for text in paragraphs]
    page.save_revision().publish()
    return page


@pytest.fixture
def two() -> list[ReferencePage]:
    return list(ReferencePage.objects.live().order_by("path")[:2])


@pytest.mark.whatever_the_database
def test_notes_are_numbered_over_the_whole_page(client, two):
    first, second = two
    page = citing(
        f"<p>Un {citation(first, 'p. 12 &amp; s.')}, deux {citation(second)}.</p>",
        f"<p>Encore {citation(first)}.</p>",
    )
    html = client.get(page.get_url()).content.decode()
    calls = re.findall(r'<sup class="note-call"><a id="([^"]+)" href="#([^"]+)">', html)
    assert calls == [("call-1-1", "note-1"), ("call-2-1", "note-2"), ("call-1-2", "note-1")]
    assert "1, p. 12 &amp; s.]" in html
    assert "[réf.]" not in html
    notes = html[html.index("notes__list") :]
    assert notes.index(first.people[0][1]["family"].upper()) < notes.index('id="note-2"')
    for call, _note in calls:
        assert f'href="#{call}"' in notes
    assert f'href="{first.get_url()}"' in notes


def test_the_reference_shows_who_cites_it(client, two):
    page = citing(f"<p>Un {citation(two[0])}.</p>")
    assert ReferenceIndex.get_references_to(two[0]).count()
    assert page.title in client.get(two[0].get_url()).content.decode()


def test_a_hidden_reference_leaves_no_trace(client, two):
    title = two[0].title
    page = citing(f"<p>Un {citation(two[0], words=f'[{title}]')}, deux {citation(two[1])}.</p>")
    two[0].unpublish()
    html = client.get(page.get_url()).content.decode()
    assert title not in html
    assert "ARNSTEIN" not in html
    assert html.count('<li id="note-') == 2
    assert client.get(f"/reference/{two[0].pk}/").status_code == 404


def test_citing_costs_one_query(client, two):
    def asked(*paragraphs: str) -> int:
        address = citing(*paragraphs).get_url()
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    without = asked("<p>Un.</p>", "<p>Deux.</p>")
    text = "".join(f"<p>{citation(page)}</p>" for page in two)
    assert asked(text, text) == without + 1


@pytest.mark.whatever_the_database
def test_a_page_without_citation_has_no_list(client):
    html = client.get(citing("<p>Un.</p>").get_url()).content.decode()
    assert "notes__list" not in html
    assert "methods/css/bibliography" not in html


@pytest.mark.whatever_the_database
def test_outside_of_pages_the_citation_is_a_link(client, two):
    html = str(RichText(f"<p>Un {citation(two[0], 'p. 2')}.</p>"))
    assert f'href="/reference/{two[0].pk}/"' in html
    assert client.get(f"/reference/{two[0].pk}/").headers["Location"] == two[0].get_url()
    for number in ("0", "9" * 30):
        assert client.get(f"/reference/{number}/").status_code == 404
    assert str(RichText('<p><a linktype="reference" id="abc">x</a></p>'))


@pytest.mark.whatever_the_database
def test_the_editor_keeps_citations(two):
    widget = get_rich_text_editor_widget()
    html = f'<p data-block-key="a">Un {citation(two[0], "p. 2", "[*, p. 2]")}.</p>'
    assert widget.value_from_datadict({"t": widget.format_value(html)}, {}, "t") == html
    # Its title is shown there, and never kept with the text, which is searched and printed.
    assert (
        f"Un [{two[0].title}, p. 2]." in json.loads(widget.format_value(html))["blocks"][0]["text"]
    )
    broken = html.replace(str(two[0].pk), "999999")
    assert widget.value_from_datadict({"t": widget.format_value(broken)}, {}, "t") == broken


@pytest.mark.whatever_the_database
def test_the_list_has_the_style_of_the_address(client, two):
    page = citing(f"<p>Un {citation(example(ReferencePage))}.</p>")
    assert "S. R. (1969" in client.get(f"{page.get_url()}?style=apa").content.decode()
