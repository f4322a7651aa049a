"""Taking up somebody else's work: rights, credit, the tree, and who hears of it."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import PageViewRestriction

from community.models import Message
from defis.filiation.tree import tree_of
from defis.models import DefiPage, PrototypeDefi, PrototypePage, Reprise
from defis.teams import add_member, team_of
from tests.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.fixture
def bus(db) -> PrototypePage:
    """The prototype of 2018 that the chain of the demonstration begins with."""
    return PrototypePage.objects.get(slug="agglo-bus", locale__language_code="fr")


@pytest.fixture
def amiens(db) -> DefiPage:
    return DefiPage.objects.get(slug__startswith="2019-amiens")


@pytest.fixture
def market(db) -> DefiPage:
    """The last one of the chain."""
    return DefiPage.objects.get(slug__startswith="2020-martinique")


def link(taker: DefiPage, **origin: object) -> None:
    taker.reprises.add(Reprise(**origin))
    taker.save_revision().publish()


def outline(nodes) -> list:
    return [
        (node.page.slug.split("-")[0] + "*" * node.again, outline(node.children)) for node in nodes
    ]


def test_the_tree_is_told_in_a_drawing_and_in_a_list(bus, amiens, market, client):
    response = client.get(f"{market.get_url()}filiation/")
    text = response.content.decode()
    assert 'role="img"' in text and "Martinique 2020" in text and " style=" not in text
    for page in (bus, amiens):
        assert f'href="{page.get_url()}"' in text
    root = response.context["roots"][0]
    assert [node.page.pk for node in root.walk()][-2] == market.pk
    assert root.children[0].doubtful  # no source says which défi the bus was born of
    for page in (bus, market):
        assert f"{page.get_url()}filiation/" in client.get(page.get_url()).content.decode()
    backlinks = client.get(amiens.get_url()).context["backlinks"]
    assert market.pk not in {page.pk for group in backlinks for page in group.pages}
    for wrong in ("/defis/filiation/", "/defis/rien/filiation/", "/filiation/"):
        assert client.get(wrong).status_code == 404


def test_a_page_taken_away_takes_what_hangs_on_it(bus, amiens, market, client):
    secret = PageViewRestriction.objects.create(page=amiens, restriction_type="login")
    for page in (bus, market):
        text = client.get(f"{page.get_url()}filiation/").content.decode()
        assert amiens.get_url() not in text and amiens.short_name not in text
        assert amiens.get_url() not in client.get(page.get_url()).content.decode()
    assert market.get_url() not in client.get(f"{bus.get_url()}filiation/").content.decode()
    secret.delete()
    Reprise.objects.filter(page=market).update(note="Un mot de zorglub")
    market.unpublish()
    assert "zorglub" not in client.get(amiens.get_url()).content.decode()


def test_circles_and_crowds_cost_no_more(bus, amiens, market, client, asked):
    address = f"{bus.get_url()}filiation/"
    before = queries(client, address)
    link(amiens, defi=market)  # The café of Amiens, the market, then Amiens again.
    link(market, defi=amiens)
    for number in range(5):
        extra = DefiPage(title=f"Comment zorglub {number} ?", number=50 + number)
        extra.reprises = [Reprise(prototype=bus), Reprise(defi=market)]
        bus.get_parent().get_parent().get_children().get(slug="defis").add_child(instance=extra)
    assert queries(client, address) == before
    roots = tree_of(bus, asked())
    keys = [node.page.pk for root in roots for node in root.walk() if not node.again]
    assert len(keys) == len(set(keys)) == 11
    PrototypeDefi.objects.filter(page=bus).delete()
    Reprise.objects.filter(page=amiens, prototype=bus).delete()
    Reprise.objects.filter(prototype=bus).delete()
    Reprise.objects.exclude(page__in=[amiens, market]).delete()
    (root,) = tree_of(market, asked())  # Nothing but the circle is left.
    assert root.year == 2019 and [node.again for node in root.walk()].count(True) == 2


def test_an_editor_goes_on_in_the_editor(bus, editor, account):
    address = reverse("defis:take_up", args=[bus.pk])
    bus.licence = "cc-by-sa-4.0"
    bus.save_revision().publish()
    # The défis that are near show while the question is typed.
    assert 'data-cousins="/defis/cousins/"' in editor.get(address).content.decode()
    sent = {"question": " Comment   zorgluber ? ", "note": "La tournée"}
    first = editor.post(address, sent)
    page = DefiPage.objects.get(title="Comment zorgluber ?")
    assert first["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert editor.post(address, sent)["Location"] == first["Location"]  # sent twice: one draft
    assert DefiPage.objects.filter(title=page.title).count() == 1
    assert (page.live, page.owner, page.state) == (False, account("editor"), "proposed")
    assert page.adapted_from_title == "L’agglo’bus (2018)"
    assert page.adapted_from_url.endswith(bus.get_url())
    assert page.licence == bus.licence
    assert [(row.prototype_id, row.note) for row in page.reprises.all()] == [(bus.pk, "La tournée")]
    assert editor.get(first["Location"]).status_code == 200


def test_somebody_without_the_right_proposes_and_moderators_decide(
    bus, amiens, porteur, coordinator
):
    address = reverse("defis:take_up", args=[amiens.pk])
    assert amiens.title in porteur.get(address).content.decode()
    long = porteur.post(address, {"question": "z" * 256})
    assert long.status_code == 422 and "z" * 256 in long.content.decode()
    thanks = porteur.post(address, {"question": "Comment zorgluber ?"})
    assert porteur.get(thanks["Location"]).status_code == 200
    page = DefiPage.objects.get(title="Comment zorgluber ?")
    state = page.current_workflow_state
    assert state.status == "in_progress" and state.requested_by.email == page.owner.email
    task = state.current_task_state
    done = coordinator.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]),
        {"comment": ""},
    )
    assert done.status_code == 302
    page.refresh_from_db()
    assert page.live and page.reprises.get().defi_id == amiens.pk
    for number in range(5):
        assert porteur.post(address, {"question": f"Comment {number} ?"}).status_code == 302
    full = porteur.post(address, {"question": "Comment encore ?"})
    assert full.status_code == 429 and "Comment encore ?" in full.content.decode()


def test_who_may_not_take_up_is_told_what_to_do(bus, defi, client, editor):
    address = reverse("defis:take_up", args=[bus.pk])
    text = client.get(address).content.decode()
    assert f"{reverse('account_login')}?next={address}" in text and "<textarea" not in text
    late = client.post(address, {"question": "Comment zorgluber ?"})
    assert late.status_code == 403 and "Comment zorgluber ?" in late.content.decode()
    assert not DefiPage.objects.filter(title="Comment zorgluber ?").exists()
    assert not defi.may_be_reused
    PageViewRestriction.objects.create(page=bus, restriction_type="password", password="x")
    for key in (bus.pk, defi.pk, 1, 10**30):
        assert editor.get(f"/reprendre/{key}/").status_code == 404
    for junk in ({}, {"question": "\x00"}, {"question": "   "}, {"note": "z" * 9999}):
        DefiPage.objects.filter(pk=defi.pk).update(may_be_reused=True)
        assert editor.post(f"/reprendre/{defi.pk}/", junk).status_code == 422


def test_the_team_of_the_origin_hears_of_it_once(
    bus, first, account, editor, django_capture_on_commit_callbacks
):
    add_member(team_of(first), account("porteur"))
    bus.prototype_defis.add(PrototypeDefi(defi=first, confirmed=True))
    bus.save_revision().publish()
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(reverse("defis:take_up", args=[bus.pk]), {"question": "Comment zorgluber ?"})
    page = DefiPage.objects.get(title="Comment zorgluber ?")
    assert not mail.outbox
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    for private in (True, False, False):
        if not private and restriction.pk:
            restriction.delete()
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        if private:
            assert not mail.outbox
    (message,) = mail.outbox
    assert message.to == [account("porteur").email]
    assert page.title in message.body and page.get_full_url() in message.body
    assert account("editor").email not in message.body + message.subject
    assert Message.objects.filter(key__startswith="defis.taken_up").count() == 1
