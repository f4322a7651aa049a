"""Signing in: a code by e-mail, whoever asks; nothing tells who has an account."""

import re
import smtplib
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from community.accounts.adapter import AccountAdapter
from community.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

SIGN_IN = "/compte/connexion/"
CONFIRM = "/compte/connexion/code/"
PASSWORD = "/compte/connexion/mot-de-passe/"
SECRET = "sésame ouvre-toi vraiment"


@pytest.fixture
def person(db):
    """Somebody whose account was made in the administration: no password, no other address."""
    return User.objects.create_user("Ama.Diallo@Maillage.example", first_name="Ama")


def code_of(message) -> str:
    found = re.search(r"^    (\d{4}-\d{4})$", message.body, re.MULTILINE)
    assert found, message.body
    return found[1]


def ask(client, address: str, **data):
    return client.post(SIGN_IN, {"login": address, **data})


def who(client) -> str | None:
    return client.session.get("_auth_user_id")


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\u00a0", "spaced"])
def test_a_code_by_e_mail_opens_the_account(client, person, typed):
    asked = ask(client, "ama.diallo@maillage.example", next="/defis/")
    assert asked["Location"] == f"{CONFIRM}?next=%2Fdefis%2F"
    (message,) = mail.outbox
    code = code_of(message)
    assert message.to == [person.email]
    assert message.subject.startswith(code)
    assert "example.com" not in message.subject + message.body
    page = client.get(asked["Location"])
    assert person.email in page.content.decode()
    assert 'inputmode="numeric"' in page.content.decode()
    assert 'autocomplete="one-time-code"' in page.content.decode()
    answer = typed.format(code) if "{}" in typed else " ".join(code.replace("-", ""))
    done = client.post(asked["Location"], {"code": answer, "next": "/defis/"})
    assert done["Location"] == "/defis/"
    assert who(client) == str(person.pk)
    # Once: another browser gets nowhere with the same code.
    other = Client()
    ask(other, person.email)
    other.post(CONFIRM, {"code": code})
    assert who(other) is None


def test_wrong_codes_are_counted_and_a_late_one_is_refused(client, person, monkeypatch):
    ask(client, person.email)
    code = code_of(mail.outbox[0])
    wrong = client.post(CONFIRM, {"code": "0000-0000" if code[0] != "0" else "1111-1111"})
    assert wrong.status_code == 200
    assert 'aria-invalid="true"' in wrong.content.decode()
    for _try in range(4):
        last = client.post(CONFIRM, {"code": "nothing like it \u0661"})
    assert last["Location"] == SIGN_IN
    assert client.post(CONFIRM, {"code": code})["Location"] == SIGN_IN
    assert who(client) is None

    ask(client, person.email)
    code, now = code_of(mail.outbox[-1]), timezone.now().timestamp()
    monkeypatch.setattr("time.time", lambda: now + timedelta(minutes=15, seconds=2).total_seconds())
    assert client.post(CONFIRM, {"code": code})["Location"] == SIGN_IN
    assert who(client) is None


def test_another_code_can_be_sent_and_another_address_typed(client, person):
    ask(client, person.email)
    first = code_of(mail.outbox[0])
    client.post(CONFIRM, {"action": "resend"})
    second = code_of(mail.outbox[1])
    assert client.post(CONFIRM, {"code": first}).status_code == 200
    # The way back leads out of the wait for a code.
    again = client.post("/compte/deconnexion/", {"next": SIGN_IN})
    assert again["Location"] == SIGN_IN
    assert client.get(SIGN_IN).status_code == 200
    assert client.post(CONFIRM, {"code": second})["Location"] == SIGN_IN


def test_nothing_tells_whether_an_address_has_an_account(person):
    closed = User.objects.create_user("partie@maillage.example", SECRET, is_active=False)
    told = []
    for address in (person.email, closed.email, "personne@maillage.example"):
        client = Client()
        mail.outbox.clear()
        said = [ask(client, address)]
        said += [client.get(CONFIRM), client.post(CONFIRM, {"code": "1"})]
        said += [client.post(CONFIRM, {"action": "resend"}), client.get(CONFIRM)]
        said += [client.get(PASSWORD)]
        signed = Client().post(PASSWORD, {"login": address, "password": "faux"})
        texts = [
            re.sub(r'(csrf\w+" value="|fake)[^"]*', "", page.content.decode()) for page in said
        ]
        texts.append(str(signed.context["form"].non_field_errors()))
        texts += [str(page.get("Location")) for page in said]
        told.append([text.replace(address, "ADDRESS") for text in texts])
        # An e-mail leaves each time: a server that answers slowly tells nothing either.
        assert mail.outbox[0].to == [address]
        assert ("/compte/pas-encore/" in mail.outbox[0].body) == (address != person.email)
    assert told[0] == told[1] == told[2]


def test_too_many_codes_for_one_address_are_refused(client, person, settings):
    answers = [ask(Client(REMOTE_ADDR=f"192.0.2.{n}"), person.email) for n in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [200]
    assert len(mail.outbox) == 5


def test_tries_are_counted_by_the_address_that_our_proxy_gives(rf, settings):
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9, 198.51.100.7")
    assert AccountAdapter(request).get_client_ip(request) == "10.0.0.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert AccountAdapter(request).get_client_ip(request) == "198.51.100.7"


def test_a_mail_server_that_is_down_is_said(client, person, monkeypatch):
    def refuse(self, *args):
        raise smtplib.SMTPServerDisconnected("down")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    page = client.get(ask(client, person.email)["Location"])
    assert 'role="alert"' in page.content.decode()


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\0", "/\\evil.example"],
)
def test_only_this_site_is_gone_back_to(client, person, wanted):
    for start in (SIGN_IN, PASSWORD):
        assert client.get(start, {"next": wanted}).status_code == 200
    asked = client.get("/admin/login/", {"next": wanted})
    assert "evil" not in asked["Location"]
    ask(client, person.email, next=wanted)
    done = client.post(CONFIRM, {"code": code_of(mail.outbox[0]), "next": wanted})
    assert done.status_code == 302
    assert done["Location"] in ("/espace/", "/%00")


@pytest.mark.parametrize(
    "address",
    ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/done/", "/_util/login/"]
    + ["/en/_util/login/", "/admin/password_reset/confirm/MQ/x-y/"],
)
def test_the_pages_that_know_passwords_alone_lead_to_ours(client, person, address):
    person.set_password(SECRET)
    person.save()
    data = {"username": person.email, "password": SECRET, "email": person.email}
    for answer in (client.get(f"{address}?next=/admin/pages/"), client.post(address, data)):
        assert answer.status_code == 302
        assert answer["Location"].removeprefix("/en").startswith(f"{SIGN_IN}?next=/admin/")
    assert who(client) is None
    assert mail.outbox == []


def test_a_password_still_opens_those_which_have_one(client, account):
    editor = account("editor")
    editor.set_password(SECRET)
    editor.save()
    data = {"login": editor.email.upper(), "password": SECRET, "next": "/admin/"}
    assert client.post(PASSWORD, data)["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
    assert client.post(reverse("wagtailadmin_logout"))["Location"] == SIGN_IN


def test_an_account_that_may_not_open_a_page_goes_round_in_no_circle(client, person):
    client.force_login(person)
    page = client.get("/admin/", follow=True)
    assert page.status_code == 200
    assert page.redirect_chain[-1][0] == f"{SIGN_IN}?next=/admin/"
    assert page.templates[0].name == "account/other_account.html"


def test_an_account_made_in_the_administration_needs_no_password(client):
    client.force_login(User.objects.create_superuser("root@maillage.example", SECRET))
    data = {"email": "Sol@Maillage.example", "first_name": "Sol", "last_name": "L"}
    made = client.post(reverse("wagtailusers_users:add"), data | {"is_active": "on"})
    assert made.status_code == 302
    user = User.objects.get(email="sol@maillage.example")
    assert not user.has_usable_password()
    visitor = Client()
    ask(visitor, user.email)
    assert visitor.post(CONFIRM, {"code": code_of(mail.outbox[0])})["Location"] == "/espace/"
    assert who(visitor) == str(user.pk)


def test_a_former_address_opens_nothing(client, person, account):
    """Addresses of allauth's own table, verified or not, follow the account's."""
    for verified, address in ((True, person.email), (False, "autre@maillage.example")):
        EmailAddress.objects.create(user=person, email=address, verified=verified)
    former = person.email
    root = User.objects.create_superuser("root@maillage.example", SECRET)
    client.force_login(root)
    data = {"email": "nouvelle@maillage.example", "first_name": "Ama", "last_name": "D"}
    changed = client.post(
        reverse("wagtailusers_users:edit", args=[person.pk]), data | {"is_active": "on"}
    )
    assert changed.status_code == 302
    assert not EmailAddress.objects.filter(user=person).exists()
    visitor = Client()
    ask(visitor, former)
    assert "/compte/pas-encore/" in mail.outbox[-1].body
    ask(Client(), "nouvelle@maillage.example")
    assert code_of(mail.outbox[-1])
