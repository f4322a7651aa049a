"""“J'ai testé”: sent without an account, read before it is published, shown with the method."""

import pytest
from bs4 import BeautifulSoup
from django.core import signing
from django.core.cache import cache
from django.urls import reverse
from wagtail.models import PageViewRestriction

from community.security.guard import Guard
from community.security.guard import address as network_address
from defis.models import DefiPage
from methods.models import MethodPage, MethodTrial
from methods.trials.forms import guard
from tests.junk import JUNK, SCRIPT, check
from tests.page_types import example
from tests.translating import version

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.fixture
def method() -> MethodPage:
    MethodTrial.objects.all().delete()
    return example(MethodPage)


@pytest.fixture
def address(method) -> str:
    return f"{method.get_url()}jai-teste/"


@pytest.fixture
def mark(method, monkeypatch) -> str:
    """The mark of a form that was shown a while ago."""
    monkeypatch.setattr(guard, "least_seconds", -1)
    return guard.stamp(method.pk)


def answers(mark: str, **values: object) -> dict[str, object]:
    return {"people": "12", "minutes": "45", "mark": mark, **values}


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def publish(method: MethodPage, **values: object) -> MethodTrial:
    trial = MethodTrial.objects.create(
        **{"method": method, "people": 12, "minutes": 45, "live": False, **values}
    )
    trial.save_revision().publish()
    trial.refresh_from_db()
    return trial


def test_two_numbers_are_enough_and_wait_to_be_read(method, address, mark, client):
    response = client.post(address, answers(mark), follow=True)
    assert response.redirect_chain == [(f"{address}merci/", 302)]
    trial = MethodTrial.objects.get()
    assert (trial.people, trial.minutes, trial.live, trial.language) == (12, 45, False, "fr")
    assert trial.latest_revision
    assert client.get(method.get_url()).context["observed"] is None


def test_everything_that_is_said_is_kept(method, address, mark, client):
    defi = example(DefiPage)
    client.post(
        address,
        answers(mark, variant="À deux", place=defi.pk, story="C’était bien.", change="Rien."),
    )
    trial = MethodTrial.objects.get()
    assert (trial.variant, trial.story, trial.change) == ("À deux", "C’était bien.", "Rien.")
    assert trial.context_id == defi.pk


def test_the_form_asks_for_no_name_and_no_address(address, client):
    names = {field["name"] for field in soup(client.get(address)).select("main [name]")}
    assert names == {
        "csrfmiddlewaretoken", "mark", "people", "minutes", "variant", "place", "story", "change",
        "website",
    }  # fmt: skip
    page = soup(client.get(address))
    assert page.select_one(".trap[aria-hidden=true] input[name=website]")["tabindex"] == "-1"


@pytest.mark.parametrize(
    ("fault", "field"),
    [
        ({"people": ""}, "people"),
        ({"people": "0"}, "people"),
        ({"minutes": "quarante"}, "minutes"),
        ({"minutes": "9" * 30}, "minutes"),
        ({"story": "é" * 1_001}, "story"),
        ({"variant": "v" * 121}, "variant"),
        ({"place": "999999999999999999999"}, "place"),
        ({"story": "nul\0"}, "story"),
    ],
)
def test_a_fault_keeps_what_was_typed(fault, field, address, mark, client):
    response = client.post(address, answers(mark, **{"change": "Plus de café", **fault}))
    assert response.status_code == 200
    page = soup(response)
    assert page.title.get_text(strip=True).startswith(("Error", "Erreur"))
    # The summary leads to the field, which says its fault again.
    summary = page.select_one("#errors")
    assert summary["role"] == "alert"
    assert summary.find("a", href=f"#id_{field}")
    assert page.select_one(f"#id_{field}")["aria-invalid"] == "true"
    assert page.select_one("textarea[name=change]").get_text().strip() == "Plus de café"
    if field == "story":
        assert len(page.select_one("textarea[name=story]").get_text()) >= 4
    assert not MethodTrial.objects.exists()


@pytest.mark.parametrize("junk", JUNK)
def test_junk_gives_a_page(junk, address, mark, client):
    value = JUNK[junk]
    fields = ("people", "minutes", "variant", "place", "story", "change", "mark")
    check(client.post(address, dict.fromkeys(fields, value)), cut=False)
    check(client.get(f"{address}?people={value}"))


@pytest.mark.parametrize("verb", ["put", "delete", "patch"])
def test_other_verbs_are_refused(verb, address, client):
    assert getattr(client, verb)(address).status_code == 405


def test_a_robot_is_too_fast(method, address, client):
    response = client.post(address, answers(guard.stamp(method.pk)))
    assert response.context["form"].non_field_errors()
    assert not MethodTrial.objects.exists()
    # The same form again, a little later, is good.
    assert soup(response).select_one("[name=mark]")["value"]


@pytest.mark.parametrize("forged", ["", "1", "x:y:z"])
def test_a_forged_form_is_refused_and_may_be_sent_again(forged, method, address, client):
    response = client.post(address, answers(forged, story="Un récit"))
    assert response.context["form"].non_field_errors()
    page = soup(response)
    fresh = page.select_one("[name=mark]")["value"]
    assert guard.is_stamped(fresh, method.pk)
    assert page.select_one("textarea[name=story]").get_text().strip() == "Un récit"


def test_the_mark_of_one_page_does_not_serve_for_another(method, mark):
    assert guard.is_stamped(mark, method.pk)
    assert not guard.is_stamped(mark, method.pk + 1)
    assert not guard.is_stamped(signing.TimestampSigner().sign(str(method.pk)), method.pk)
    assert not guard.is_stamped(Guard("another.form").stamp(method.pk), method.pk)


def test_an_old_form_is_refused(method, mark, monkeypatch):
    monkeypatch.setattr(guard, "most_seconds", -1)
    assert not guard.is_stamped(mark, method.pk)


def test_whoever_fills_the_trap_sends_nothing(address, mark, client):
    response = client.post(address, answers(mark, website="http://example.org", story="Un récit"))
    assert not MethodTrial.objects.exists()
    page = soup(response)
    assert page.select_one("[name=website]").get("value", "") == ""
    assert page.select_one("textarea[name=story]").get_text().strip() == "Un récit"


def test_floods_are_stopped_and_nobody_is_known(address, mark, client, monkeypatch):
    monkeypatch.setattr(guard, "limit", 2)
    for _turn in range(2):
        assert client.post(address, answers(mark)).status_code == 302
    response = client.post(address, answers(mark, story="Le troisième"))
    assert response.status_code == 429
    assert "Le troisième" in response.content.decode()
    assert MethodTrial.objects.count() == 2
    assert client.post(address, answers(mark), REMOTE_ADDR="203.0.113.9").status_code == 302
    kept = str(getattr(cache, "_cache", ""))
    assert "203.0.113.9" not in kept


def test_the_address_behind_our_proxy_is_the_one_it_adds(rf, settings):
    request = rf.get("/", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.9"})
    assert network_address(request) == "127.0.0.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert network_address(request) == "203.0.113.9"


def test_the_page_shows_what_was_observed(method, client):
    publish(method, people=8, minutes=25, story="Petit groupe")
    publish(method, people=20, minutes=50, variant="En trios", change="Aller plus vite")
    publish(method, people=500, minutes=500).unpublish()
    MethodTrial.objects.create(method=method, people=900, minutes=900, live=False)
    response = client.get(method.get_url())
    found = response.context["observed"]
    assert found.number == 2
    assert found.minutes == "25–50\N{NO-BREAK SPACE}min"
    assert found.people.startswith("8–20")
    html = response.content.decode()
    for words in ("Petit groupe", "En trios", "Aller plus vite", found.minutes):
        assert words in html
    assert not {"500", "900"} & set(soup(response).select_one("#essais").get_text().split())


def test_what_people_write_is_only_text(method, client):
    publish(method, story=SCRIPT, change=SCRIPT, variant=SCRIPT)
    assert SCRIPT not in client.get(method.get_url()).content.decode()


def test_a_trial_counts_for_the_method_in_every_language(method, english, client):
    twin = version(method, english)
    twin.save_revision().publish()
    defi = example(DefiPage)
    there = version(defi, english)
    there.save_revision().publish()
    publish(method, story="Un récit en français", context=defi)
    publish(twin, language="en", story="A story")
    for page in (method, twin):
        response = client.get(page.get_url())
        assert response.context["observed"].number == 2
        assert soup(response).select_one("#essais .prose[lang=fr]")
        told = defi if page == method else there
        assert [link["href"] for link in soup(response).select("#essais a")] == [told.get_url()]


def test_the_defi_is_named_as_long_as_it_may_be_seen(method, client):
    defi = example(DefiPage)
    publish(method, context=defi)
    link = {"name": "a", "href": defi.get_url()}
    assert soup(client.get(method.get_url())).select_one("#essais").find(**link)
    restriction = PageViewRestriction.objects.create(page=defi, restriction_type="login")
    html = client.get(method.get_url()).content.decode()
    assert defi.title not in html
    assert defi.get_url() not in html
    assert str(defi.pk) not in str(
        soup(client.get(f"{method.get_url()}jai-teste/")).select("option")
    )
    restriction.delete()
    defi.delete()
    assert client.get(method.get_url()).status_code == 200


def test_there_is_no_form_where_the_method_is_not_for_everybody(method, address, client, editor):
    restriction = PageViewRestriction.objects.create(page=method, restriction_type="login")
    for path in (address, f"{address}merci/"):
        response = client.get(path)
        assert response.status_code == 302
        assert method.title not in response.content.decode()
        assert client.post(path, answers("")).status_code == 302
        assert editor.get(path).status_code == 200
    restriction.delete()
    method.unpublish()
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404


@pytest.mark.parametrize("who", ["editor", "coordinator"])
def test_moderators_find_publish_and_delete_it(who, method, address, mark, client, signed_in):
    client.post(address, answers(mark, story="Un récit zorglub"))
    trial = MethodTrial.objects.get()
    staff = signed_in(who)
    url = reverse("wagtailsnippets_methods_methodtrial:list")
    home = staff.get(reverse("wagtailadmin_home")).content.decode()
    assert "Un récit zorglub" in home
    assert f"{url}?live=false" in home
    assert "zorglub" in staff.get(f"{url}?live=false").content.decode()
    edit = reverse("wagtailsnippets_methods_methodtrial:edit", args=[trial.pk])
    assert staff.get(edit).status_code == 200
    sent = {
        "method": method.pk, "people": "12", "minutes": "45", "variant": "", "context": "",
        "story": "Un récit relu", "change": "", "action-publish": "1",
    }  # fmt: skip
    assert staff.post(edit, sent).status_code == 302
    trial.refresh_from_db()
    assert trial.live
    assert "Un récit relu" in client.get(method.get_url()).content.decode()
    assert "zorglub" not in staff.get(reverse("wagtailadmin_home")).content.decode()
    delete = reverse("wagtailsnippets_methods_methodtrial:delete", args=[trial.pk])
    assert staff.post(delete).status_code == 302
    assert not MethodTrial.objects.exists()
    assert not trial.revisions.exists()


def test_porteurs_neither_see_nor_publish_them(method, porteur):
    trial = MethodTrial.objects.create(
        method=method, people=1, minutes=1, live=False, story="Un récit zorglub"
    )
    assert "zorglub" not in porteur.get(reverse("wagtailadmin_home")).content.decode()
    edit = reverse("wagtailsnippets_methods_methodtrial:edit", args=[trial.pk])
    assert porteur.get(edit).status_code == 302


def test_the_demonstration_says_that_its_trials_are_invented(db):
    trials = MethodTrial.objects.all()
    assert trials.filter(live=True).count() >= 4
    assert trials.filter(live=False).exists()
    assert all("Exemple fictif" in trial.story for trial in trials)
