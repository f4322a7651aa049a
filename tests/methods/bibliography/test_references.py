"""References: their fields are checked, their files are public, what is private stays so."""

import json

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from methods.bibliography.dates import check_date, read_date
from methods.bibliography.identifiers import bare_doi, check_doi, check_isbn, check_issn
from methods.models import MethodPage, ReferenceIndexPage, ReferencePage
from tests.page_types import example

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text", ["2018", "2018-05", "2016-02-29", "2014/2018", "2018-05-03/2018-05-06"]
)
def test_real_dates(text):
    check_date(text)


@pytest.mark.parametrize(
    "text", ["18", "2018-13", "2017-02-29", "2018/2014", "0000", "2018-5", "a", "1/2/3"]
)
def test_dates_that_are_none(text):
    assert read_date(text) is None
    with pytest.raises(ValidationError):
        check_date(text)


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (check_doi, "https://doi.org/10.1000/182", "11.1000/182"),
        (check_isbn, "978-2-07-036002-4", "978-2-07-036002-5"),
        (check_isbn, "2-02-040432-X", "2-02-040432-1"),
        (check_issn, "0317-8471", "0317-8472"),
    ],
)
def test_identifiers(check, right, wrong):
    check(right)
    with pytest.raises(ValidationError):
        check(wrong)


def test_a_doi_is_kept_bare():
    assert (
        bare_doi(" doi: 10.1000/182") == bare_doi("http://dx.doi.org/10.1000/182") == "10.1000/182"
    )


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_a_list_is_taken_away_with_its_filters(client, ending):
    home = example(ReferenceIndexPage).get_url()
    whole = client.get(f"{home}export.{ending}")
    assert whole.status_code == 200
    assert whole["Content-Disposition"] == f'attachment; filename="bibliographie.{ending}"'
    some = client.get(f"{home}export.{ending}?type=report").content.decode()
    page = ReferencePage.objects.live().filter(csl_type="report").first()
    assert page.title.split(":")[0][:20] in some
    assert "Arnstein" in whole.content.decode()
    assert "Arnstein" not in some


def test_one_reference_is_taken_away_alone(client):
    page = example(ReferencePage)
    (item,) = json.loads(client.get(f"{page.get_url()}export.json").content)
    assert item == page.csl()
    html = client.get(page.get_url()).content.decode()
    assert f'href="{page.get_url()}export.bib"' in html


def test_what_is_not_public_is_in_no_file(client):
    index, page = example(ReferenceIndexPage), example(ReferencePage)
    other = example(MethodPage)
    for address in (f"{other.get_url()}export.bib", "/nulle/part/export.ris", "/export.bib"):
        assert client.get(address).status_code == 404
    page.unpublish()
    assert client.get(f"{page.get_url()}export.bib").status_code == 404
    assert page.title not in client.get(f"{index.get_url()}export.json").content.decode()
    PageViewRestriction.objects.create(page=index, restriction_type="login")
    assert client.get(f"{index.get_url()}export.json").status_code == 404


def test_junk_in_the_query_string_gives_a_file(client):
    home = example(ReferenceIndexPage).get_url()
    for junk in ("?style=%00&q=%00&annee=999999999999999999", "?annee=abc&type[]=x&page=-1"):
        assert client.get(f"{home}export.bib{junk}").status_code == 200
        assert client.get(f"{home}{junk}").status_code == 200
