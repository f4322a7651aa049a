"""What became of the défis of an edition: drafted from the follow-ups, then an editor's."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import PageViewRestriction

from defis.models import DefiPage
from events.models import EditionPage, ReportKind, ReportPage
from events.report.draft import draft_afterwards
from events.report.views import report_of

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.fixture
def edition() -> EditionPage:
    return EditionPage.objects.get(slug="2018", locale__language_code="fr")


def words(body: list[dict]) -> str:
    return " ".join(str(block["value"]) for block in body)


def step(text: str, *, done: bool = False, given_up: bool = False) -> dict:
    return {
        "type": "step",
        "value": {"text": text, "due": None, "done": done, "given_up": given_up},
    }


def test_a_line_says_where_it_stands_since_when_what_was_learnt_and_promised(
    edition, asked, defi, report
):
    report(defi, "testing", timezone.localdate() - timedelta(days=900), learnt="Aller voir.")
    report(defi, "testing", timezone.localdate() - timedelta(days=500))
    steps = [step("Essayer à trois."), step("Déjà fait", done=True), step("Non", given_up=True)]
    latest = report(defi, "testing", timezone.localdate(), next_steps=steps)
    body = draft_afterwards(edition, asked())
    [line] = [
        one.get_text()
        for block in body
        if block["type"] == "paragraph"
        for one in BeautifulSoup(block["value"], "html.parser").select("p")
        if one.get_text().startswith(defi.choice_label)
    ]
    since = timezone.localdate() - timedelta(days=900)
    assert str(since.year) in line and "Aller voir." in line and "Essayer à trois." in line
    assert "Déjà fait" not in line and "Non" not in line
    # Everybody of the edition is there once, told of or not.
    text = words(body)
    for page in DefiPage.objects.live().filter(edition=edition):
        assert text.count(escape(page.choice_label)) == 1
    PageViewRestriction.objects.create(page=latest, restriction_type="login")
    assert "Essayer à trois" not in words(draft_afterwards(edition, asked()))
    PageViewRestriction.objects.create(page=defi, restriction_type="login")
    assert escape(defi.choice_label) not in words(draft_afterwards(edition, asked()))


def test_drafting_again_adds_and_overwrites_nothing(edition, editor, client, defi, report):
    report_of(edition, ReportKind.AFTERWARDS).delete()
    address = reverse("events_draft_afterwards", args=[edition.pk])
    assert address in editor.get(f"/admin/pages/{edition.pk}/").content.decode()
    assert editor.get(address).status_code == 200
    assert report_of(edition, ReportKind.AFTERWARDS) is None
    response = editor.post(address)
    page = report_of(edition, ReportKind.AFTERWARDS)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live
    # The editor writes, then publishes, a while ago.
    page.body = [*page.body.raw_data, {"type": "paragraph", "value": "<p>Mes mots.</p>"}]
    page.drawn_up_on = timezone.localdate() - timedelta(days=30)
    page.save_revision().publish()
    public = client.get(page.get_url()).content.decode()
    assert "Mes mots." in public and defi.title in public
    # The follow-ups of the demonstration were published today, in this database.
    type(page).objects.filter(pk=page.pk).update(drawn_up_on=timezone.localdate())
    latest = page.get_latest_revision_as_object()
    latest.drawn_up_on = timezone.localdate()
    latest.save_revision()
    revisions = page.revisions.count()
    assert editor.post(address).status_code == 302
    assert page.revisions.count() == revisions, "Nothing was told since: nothing is drafted."
    latest.drawn_up_on = timezone.localdate() - timedelta(days=1)
    latest.save_revision()
    report(defi, "stopped", timezone.localdate(), learnt="Il manquait un mandat.")
    assert editor.post(address).status_code == 302
    drafted = ReportPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    before, after = words(list(page.body.raw_data)), words(list(drafted.body.raw_data))
    assert [block["id"] for block in drafted.body.raw_data][: len(page.body)] == [
        block["id"] for block in page.body.raw_data
    ]
    assert "Mes mots." in after and "Il manquait un mandat." in after
    assert "Il manquait un mandat." not in before
    assert drafted.drawn_up_on == timezone.localdate()
    # What is public waits for the editor.
    assert client.get(page.get_url()).content.decode().count("Il manquait un mandat.") == 0


def test_nobody_else_may(edition, porteur, client):
    address = reverse("events_draft_afterwards", args=[edition.pk])
    before = report_of(edition, ReportKind.AFTERWARDS).revisions.count()
    assert client.post(address).status_code == 302
    assert porteur.post(address).status_code == 302
    assert report_of(edition, ReportKind.AFTERWARDS).revisions.count() == before


def test_the_demonstration_says_that_it_is_made_up(client, edition):
    page = report_of(edition, ReportKind.AFTERWARDS)
    assert page.get_url() == "/editions/2018/que-sont-ils-devenus/"
    text = client.get(page.get_url()).content.decode()
    assert "Exemple fictif" in text and "La Glacière" in text
    assert page.get_url() in client.get(edition.get_url()).content.decode()
