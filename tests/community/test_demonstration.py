"""The demonstration is loaded once, says what is invented, and keeps the sources' disagreements."""

import re
from decimal import Decimal

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import call_command
from wagtail.models import Page, ReferenceIndex, Site

from community.demo.accounts import ACCOUNTS
from community.models import CommunityImage, Figure, Person, Theme, User
from defis.models import DefiPage, FollowUpPage, PrototypePage
from events.models import CampusPage, EditionPage
from methods.models import Family, GlossaryTermPage, MethodPage
from tests.demonstration import load_demonstration

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+")


def rows() -> dict[str, int]:
    """Return how many rows each table has; logs and resized images are no content."""
    left_out = {"wagtailimages", "wagtailsearch", "modelsearch", "sessions", "contenttypes"}
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.app_label not in left_out and model._meta.managed
    }


def test_loading_again_doubles_nothing():
    before = rows()
    assert "0 pages created" in load_demonstration()
    assert rows() == before


def test_loading_again_overwrites_nothing():
    page = DefiPage.objects.first()
    page.title = "Une question corrigée ?"
    page.save_revision().publish()
    page.tags.set(["eau"])
    page.save()
    load_demonstration()
    page = DefiPage.objects.get(pk=page.pk)
    assert page.title == "Une question corrigée ?"
    assert [tag.name for tag in page.tags.all()] == ["eau"]


def test_an_editor_opens_a_page_with_the_rows_that_it_shows(french):
    pages = GlossaryTermPage.objects.live().filter(locale=french, term_relations__isnull=False)
    page = pages.exclude(page_relations=None).order_by("pk").first()
    assert page.live_revision == page.latest_revision == page.revisions.get()
    draft = page.get_latest_revision_as_object()
    for relation in ("term_relations", "page_relations"):
        shown = {row.pk for row in getattr(page, relation).all()}
        assert shown == {row.pk for row in getattr(draft, relation).all()}


def test_a_page_that_an_editor_removed_comes_back_only_when_asked_for(capsys):
    count = Page.objects.count()
    call_command("load_demo", if_empty=True)
    assert "no demonstration was loaded" in capsys.readouterr().out
    assert Page.objects.count() == count


def test_what_the_sources_name_is_there(french):
    defis = DefiPage.objects.live().filter(fictional=False, locale=french)
    assert sorted(defis.values_list("number", flat=True)) == list(range(1, 15))
    # 64 names in the report of 2018, and two of the region PACA in the article of November.
    prototypes = PrototypePage.objects.live().filter(fictional=False, locale=french)
    assert prototypes.count() == 66
    editions = EditionPage.objects.filter(locale=french)
    years = editions.order_by("year").values_list("year", flat=True)
    assert list(years) == [2016, 2017, 2018, 2019]
    edition = EditionPage.objects.get(year=2018, locale__language_code="fr")
    sites = set(CampusPage.objects.child_of(edition).values_list("title", flat=True))
    assert len(sites) == 6
    assert {"Rennes", "Martinique", "La Réunion"} <= sites
    assert set(MethodPage.objects.values_list("family", flat=True)) == set(Family)
    assert Theme.objects.values("scheme").distinct().count() >= 3


def test_sites_keep_their_own_time():
    zones = dict(CampusPage.objects.filter(path__startswith="").values_list("title", "time_zone"))
    assert zones["Rennes"] == "Europe/Paris"
    assert zones["Martinique"] == "America/Martinique"
    assert zones["La Réunion"] == "Indian/Reunion"


def test_rival_figures_stay_side_by_side(client):
    edition = EditionPage.objects.get(year=2018, locale__language_code="fr")
    figures = Figure.objects.filter(page=edition)
    values = {int(value) for value in figures.values_list("value", flat=True)}
    assert {1057, 1070, 240, 60, 70} <= values
    assert all(figure.source_title for figure in figures)
    html = client.get(edition.get_url()).content.decode()
    for number in ("1057", "1070"):
        digits = html.replace("\u202f", "").replace("\xa0", "")
        assert number in digits
    assert isinstance(figures.first().value, Decimal)


def test_seven_fiches_are_known_by_their_title_alone():
    incomplete = {p.number for p in DefiPage.objects.all() if p.completeness < 50}
    assert {5, 7, 8, 9, 10, 12, 14} <= incomplete
    assert all(page.porteurs.exists() and page.title for page in DefiPage.objects.all())


def test_no_tie_between_prototype_and_defi_is_given_as_certain(client):
    """No source states one (domain.md §1.6)."""
    tied = PrototypePage.objects.filter(prototype_defis__isnull=False, fictional=False)
    assert tied.exists()
    assert not tied.filter(prototype_defis__confirmed=True).exists()


def test_what_is_invented_says_so(client):
    invented = [p for p in Page.objects.live().specific() if getattr(p, "fictional", False)]
    assert set(FollowUpPage.objects.live()) <= set(invented)
    assert not FollowUpPage.objects.filter(fictional=False).exists()
    for page in invented:
        html = client.get(page.get_url()).content.decode()
        assert "notice--fiction" in html, page
        # Lists have pages: what is asked for is on the first.
        address = page.get_parent().get_url()
        shown_in_lists = client.get(address, {"q": page.title}).content.decode()
        assert "fiction" in shown_in_lists.lower() or "fictif" in shown_in_lists.lower(), page


def test_every_image_has_an_alternative_and_an_author():
    for image in CommunityImage.objects.all():
        assert image.author
        assert image.default_alt_text == image.description
        assert image.default_alt_text != image.title


def test_accounts_sign_in_with_the_passwords_written_down(settings):
    User.objects.filter(email__endswith="maillage.example").delete()
    load_demonstration()
    file = settings.VAR_DIR / "demo-accounts.txt"
    assert file.stat().st_mode & 0o077 == 0
    for line in file.read_text(encoding="utf-8").splitlines():
        _role, address, password = line.split()
        assert len(password) >= 15
        user = authenticate(username=address, password=password)
        assert user is not None
        assert not user.is_superuser
    assert len(file.read_text().splitlines()) == len(ACCOUNTS)


def test_names_come_with_the_document_that_gives_them():
    assert not Person.objects.filter(public_source="", consent_on=None).exists()


def test_no_file_of_it_holds_an_e_mail_address(settings):
    """The walk through the site reads some pages of each kind only: this reads all the words."""
    files = [*settings.BASE_DIR.glob("demo/**/*.toml"), *settings.BASE_DIR.glob("demo/**/*.po")]
    assert len(files) > 100
    found = {file.name: ADDRESS.findall(file.read_text(encoding="utf-8")) for file in files}
    assert {name: each for name, each in found.items() if each} == {}


def test_the_tree_and_the_references_are_sound(capsys):
    call_command("fixtree", interactive=False)
    assert "No problems found" in capsys.readouterr().out
    assert ReferenceIndex.objects.exists()
    assert Site.objects.get().root_page.specific_class.__name__ == "HomePage"
