"""A porteur comes back six months later: from the link to “sent”, and all that may go wrong."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.models import PageViewRestriction

from defis.models import FactorPage, FollowUpPage, ReportDraft, State
from defis.reports.addresses import report_address
from defis.reports.drafts import purge
from defis.reports.links import make_link
from defis.teams import add_member, membership_of, remove_member
from defis.teams.personal import erase, export

from .reporting import SENTENCE, faults, mark_of, post, sent, shows

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(first, account):
    return membership_of(account("porteur"), first)


@pytest.fixture
def link(place):
    return reverse("defis:report_by_link", args=[make_link(place)])


@pytest.fixture
def form(first):
    return reverse("defis:report", args=[first.pk])


def count():
    return FollowUpPage.objects.count(), ReportDraft.objects.count()


def approve(coordinator, page, action="approve", comment="Merci."):
    task = page.current_workflow_state.current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, task.pk])
    coordinator.post(address, {"comment": comment})
    page.refresh_from_db()
    return page


def test_from_the_link_to_sent(client, link, place, first, coordinator, report):
    steps = [
        {"type": "step", "id": "grille", "value": {"text": "Publier la grille"}},
        {"type": "step", "id": "agents", "value": {"text": "Réunir", "due": "2027-01-15"}},
    ]
    report(first, "spread", timezone.localdate() - timedelta(days=1), next_steps=steps)
    before = count()
    opened = client.get(link)
    assert opened["Referrer-Policy"] == "no-referrer"
    assert "noindex" in opened["X-Robots-Tag"]
    assert "no-store" in opened["Cache-Control"]
    assert not client.cookies
    known = opened.context["known"]
    assert known.state == State.SPREAD
    assert count() == before
    obstacle = next(page for page in known.factors if page.kind == "obstacle")
    lever = next(page for page in known.factors if page.kind == "lever")
    done, kept = known.steps[:2]
    assert (done.key, kept.key) == ("grille", "agents")
    mark = mark_of(client, link)
    typed = {
        "state": "deployed",
        "text": f"{SENTENCE} Et <b>ce n’est</b> pas tout.\n\nUne suite.",
        f"promised-{done.key}-fate": "done",
        f"promised-{done.key}-text": "Publier la grille partout",
        "step-0-text": "Former les agents",
        "step-0-due": "2027-03-01",
        "obstacle-0-factor": obstacle.pk,
        "obstacle-1-factor": known.told[0].key,
        "obstacle-1-lifted": "on",
        "obstacle-1-how": "En parlant",
        "obstacle-1-lever": lever.pk,
    }
    preview = post(client, link, "preview", mark, **typed)
    assert faults(preview) == []
    html = preview.content.decode()
    assert "&lt;b&gt;ce n’est" in html and "Former les agents" in html
    assert FollowUpPage.objects.count() == before[0]

    answer = post(client, link, "send", mark)
    assert "Envoyé" in answer.content.decode() or "Sent." in answer.content.decode()
    page = FollowUpPage.objects.order_by("-pk")[0]
    assert page.get_parent().pk == first.pk
    assert (page.owner, page.state, page.live) == (place.user, "deployed", False)
    assert page.date == timezone.localdate()
    assert page.title == SENTENCE.rstrip(".")
    assert page.workflow_in_progress
    latest = page.get_latest_revision_as_object()
    assert latest.body[0].value.source.startswith(f"<p>{SENTENCE} Et &lt;b&gt;")
    assert latest.body[1].value.source == "<p>Une suite.</p>"
    steps = {block.id: block.value for block in latest.next_steps}
    assert steps[done.key]["done"] and steps[done.key]["text"] == "Publier la grille partout"
    assert not steps[kept.key]["done"] and steps[kept.key]["due"] == kept.due
    assert [block.value["text"] for block in latest.next_steps][-1] == "Former les agents"
    met = list(page.obstacles.all())
    assert (met[0].factor, met[0].text, met[0].lifted) == (obstacle, obstacle.title, False)
    assert (met[1].text, met[1].lever, met[1].lifted) == (known.told[0].text, lever, True)
    # Sent again, by a second tap or a lost answer: the same page, and nothing more.
    again = post(client, link, "send", mark)
    assert shows(again, "sent")
    assert FollowUpPage.objects.count() == before[0] + 1
    assert client.get(link).status_code == 410
    assert not client.cookies
    for address in (first.get_url(), "/", "/recherche/?q=zorglub", "/sitemap.xml"):
        assert "zorglub a ouvert" not in client.get(address).content.decode()
    approve(coordinator, page)
    assert page.live
    assert "zorglub a ouvert" in client.get(first.get_url()).content.decode()


@pytest.mark.parametrize(
    ("what", "status"),
    [
        ("altered", 403),
        ("left", 403),
        ("revoked", 410),
        ("closed", 410),
        ("expired", 410),
        ("used", 410),
    ],
)
def test_a_refused_link_does_nothing(client, link, place, what, status):
    mark = mark_of(client, link)
    row, now = place.links.get(), timezone.now()
    match what:
        case "altered":
            link = link.replace(":", ":x", 1)
        case "left":
            remove_member(place)
        case "closed":
            place.user.is_active = False
            place.user.save()
        case _:
            field = {"expired": "expires_at", "revoked": "revoked_at", "used": "used_at"}[what]
            setattr(row, field, now - timedelta(seconds=1))
            row.save()
    before = count()
    assert client.get(link).status_code == status
    for action in ("preview", "send", "nothing-new", "save"):
        told = post(client, link, action, mark, text=SENTENCE, state="deployed")
        assert told.status_code == status
        assert "no-store" in told["Cache-Control"]
    assert SENTENCE in post(client, link, "save", mark, text=SENTENCE).content.decode()
    told = client.post(link, {"mark": mark}, headers={"Accept": "application/json"})
    assert told.status_code == status
    assert count() == before
    assert not client.cookies


def test_a_link_opens_its_form_and_nothing_else(client, link, defi, account):
    other = add_member_of(defi, account("editor"))
    mark = mark_of(client, reverse("defis:report_by_link", args=[make_link(other)]))
    before = FollowUpPage.objects.count()
    for action in ("send", "nothing-new"):
        assert post(client, link, action, mark, text=SENTENCE).status_code == 403
    assert FollowUpPage.objects.count() == before
    form = reverse("defis:report", args=[defi.pk])
    assert reverse("account_login") in client.get(form)["Location"]
    assert client.get("/espace/").status_code == 302


def add_member_of(defi, user):
    from defis.teams import team_of

    return add_member(team_of(defi), user)


def test_the_form_is_for_the_team(editor, porteur, form, defi):
    assert editor.get(form).status_code == 403
    assert porteur.get(form).status_code == 200
    assert porteur.get(reverse("defis:report", args=[defi.pk])).status_code == 403
    assert porteur.get(reverse("defis:report", args=[99_999_999])).status_code == 404


def test_nothing_new_in_one_tap(client, link, first):
    before = FollowUpPage.objects.count()
    opened = client.get(link, {"reponse": "rien-de-neuf"})
    assert "report__quick--chosen" in opened.content.decode()
    typed = dict(opened.context["report"].data)
    done = post(client, link, "nothing-new", opened.context["mark"], **typed)
    assert shows(done, "sent")
    page = FollowUpPage.objects.order_by("-pk")[0]
    assert FollowUpPage.objects.count() == before + 1
    assert (page.title, page.state) == (gettext("Nothing new"), opened.context["known"].state)
    assert not page.body and not page.next_steps


def test_nothing_new_loses_nothing_of_what_was_typed(client, link):
    before = FollowUpPage.objects.count()
    looked = post(client, link, "nothing-new", text=SENTENCE)
    assert shows(looked, "preview")
    assert SENTENCE in looked.content.decode()
    empty = post(client, link, "preview", text=" ")
    assert len(faults(empty)) == 1
    assert FollowUpPage.objects.count() == before


def test_stopped_asks_what_was_learnt_and_says_thank_you(porteur, form, first):
    opened = porteur.get(form, {"reponse": "arrete"})
    assert opened.context["report"].tale["state"].value() == State.STOPPED
    going_on = porteur.get(form, {"reponse": "en-cours"}).context
    assert going_on["report"].data["state"] == going_on["known"].state != State.STOPPED
    mark = str(opened.context["mark"])
    post(porteur, form, "preview", mark, state="stopped", learnt="Commencer petit, zorglub.")
    done = post(porteur, form, "send", mark)
    assert done.context["stopped"]
    page = FollowUpPage.objects.order_by("-pk")[0]
    assert (page.title, page.learnt) == ("Arrêté", "Commencer petit, zorglub.")


@pytest.mark.parametrize("audience", ["community", "team"])
def test_it_shows_to_those_chosen_alone(client, porteur, editor, coordinator, form, audience):
    page = approve(coordinator, sent(porteur, form, audience=audience))
    assert page.live
    kind = {"community": PageViewRestriction.LOGIN, "team": PageViewRestriction.GROUPS}[audience]
    assert page.view_restrictions.get().restriction_type == kind
    parent = page.get_parent().get_url()
    for address in ("/", parent, "/recherche/?q=zorglub", "/sitemap.xml", "/defis/flux/"):
        assert "zorglub a ouvert" not in client.get(address).content.decode()
    assert client.get(page.get_url()).status_code == 302
    assert porteur.get(page.get_url()).status_code == 200
    assert editor.get(page.get_url()).status_code == (200 if audience == "community" else 302)
    assert porteur.get(form).context["known"].latest == page


def test_a_trusted_team_publishes_at_once(client, porteur, form, place):
    place.team.may_publish = True
    place.team.save()
    page = sent(porteur, form)
    assert page.live and not page.workflow_in_progress
    assert SENTENCE in client.get(page.get_url()).content.decode()


def test_what_is_typed_outlives_reload_and_session(client, porteur, form):
    mark = mark_of(porteur, form)
    saved = porteur.post(
        form,
        {"mark": mark, "fields": "1", "text": SENTENCE, "step-0-due": "bientôt"},
        headers={"Accept": "application/json"},
    )
    assert saved.status_code == 200 and saved.json()["at"]
    again = porteur.get(form)
    assert SENTENCE in again.content.decode() and "bientôt" in again.content.decode()
    # The session has ended meanwhile: what comes is kept, and waits behind the door.
    typed = {"text": f"{SENTENCE} Mieux.", "step-0-text": "Finir", "step-0-due": "bientôt"}
    gone = client.post(form, {"mark": mark, "fields": "1", **typed})
    assert gone.status_code == 302 and reverse("account_login") in gone["Location"]
    told = client.post(form, {"mark": mark}, headers={"Accept": "application/json"})
    assert told.status_code == 401
    assert f"{SENTENCE} Mieux." in porteur.get(form).content.decode()
    assert len(faults(post(porteur, form, "send", mark))) == 1


def test_two_colleagues_write_at_once(porteur, signed_in, form, place, account):
    colleague = add_member(place.team, account("campus"))
    other = signed_in("campus")
    porteur.post(form, {"mark": mark_of(porteur, form), "fields": "1", "text": SENTENCE})
    theirs = other.get(form)
    assert theirs.context["colleague"] and SENTENCE not in theirs.content.decode()
    assert porteur.get(form).context["colleague"] is None
    # On a shared phone, the page of the one sent with the account of the other.
    mark = mark_of(porteur, form)
    refused = post(other, form, "send", mark)
    assert refused.status_code == 403
    assert ReportDraft.objects.get().author == place.user
    remove_member(place)
    assert porteur.get(form).status_code == 403
    page = sent(other, form)
    assert page.owner == colleague.user


def test_a_question_of_the_moderator_is_answered(porteur, client, form, place, coordinator):
    obstacle = FactorPage.objects.filter(kind="obstacle").first()
    typed = {"obstacle-0-factor": obstacle.pk, "obstacle-0-lifted": "on", "step-0-text": "Revenir"}
    page = approve(coordinator, sent(porteur, form, **typed), "reject", "Combien de familles ?")
    opened = porteur.get(form, {"reprise": page.pk})
    html = opened.content.decode()
    assert "Combien de familles ?" in html and SENTENCE in html and "Revenir" in html
    # A fresh link answers as well.
    link = reverse("defis:report_by_link", args=[make_link(place)])
    opened = client.get(link, {"reprise": page.pk})
    mark, data = str(opened.context["mark"]), dict(opened.context["report"].data)
    post(client, link, "preview", mark, **{**data, "text": "Quarante familles zorglub."})
    post(client, link, "send", mark)
    page.refresh_from_db()
    assert page.workflow_in_progress
    assert FollowUpPage.objects.filter(pk__gt=page.pk).count() == 0
    approve(coordinator, page)
    assert page.live
    assert [block.value.source for block in page.body] == ["<p>Quarante familles zorglub.</p>"]
    assert page.obstacles.get().lifted
    assert page.next_steps[-1].value["text"] == "Revenir"
    assert porteur.get(form, {"reprise": page.pk}).context["answered"]


JUNK = ["\0", "9" * 400, "é" * 60_000, "[]", "-1", "<script>", "../../etc"]


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_junk_is_kept_or_refused(porteur, form, junk):
    mark = mark_of(porteur, form)
    names = ["state", "text", "title", "learnt", "audience", "step-0-text", "step-1-due"]
    names += ["obstacle-0-factor", "obstacle-99-lever", "promised-x-fate", "file-1-alt", junk]
    for action in ("preview", "save", "send", "nothing-new", junk):
        data = {**dict.fromkeys(names, junk), "mark": mark, "action": action, "fields": "1"}
        # Django itself refuses a name that long.
        assert porteur.post(form, data, follow=True).status_code in (200, 400)
    for name in ("reponse", "reprise", "etape", "envoye", "garde"):
        assert porteur.get(form, {name: junk}).status_code == 200
    assert porteur.post(form, {"mark": junk}).status_code == 400
    many = {f"step-{n}-text": "x" for n in range(3_000)}
    assert post(porteur, form, "save", mark, **many).status_code == 200
    assert porteur.get(reverse("defis:report_by_link", args=["junk"])).status_code == 403
    foreign = porteur.post(form, {"mark": mark}, headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403


def test_what_was_never_sent_goes_after_sixty_days(porteur, form):
    porteur.post(form, {"mark": mark_of(porteur, form), "fields": "1", "text": SENTENCE})
    assert purge() == 0
    long_ago = timezone.now() - timedelta(days=61)
    ReportDraft.objects.update(updated_at=long_ago)
    assert purge() == 1


def test_what_was_begun_is_found_again(porteur, form, account, first):
    porteur.post(form, {"mark": mark_of(porteur, form), "fields": "1", "text": SENTENCE})
    assert SENTENCE in porteur.get("/espace/").content.decode()
    assert SENTENCE in str(export(account("porteur")))
    draft = FollowUpPage(title="Commencé ailleurs", state="testing", live=False)
    draft.owner = account("porteur")
    first.add_child(instance=draft)
    draft.save_revision()
    again = porteur.get(report_address(first, draft))
    assert "Commencé ailleurs" in again.content.decode()
    assert again.context["returned"].question is None
    erase(account("porteur"))
    assert not ReportDraft.objects.exists()
