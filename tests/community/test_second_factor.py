"""What opens an account besides the code by e-mail, and what an administrator may require."""

import re

import pytest
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse

from community.accounts.adapter import AccountAdapter
from community.accounts.roles import EDITORS
from community.models import AccountSettings, User

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

CODE = re.compile(r"^    (\d{4}-\d{4})$", re.MULTILINE)
SECRET = "sésame ouvre-toi vraiment"


def totp(secret: str) -> str:
    _before, now, _after = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, now))


@pytest.fixture
def required(db):
    """An administrator asks editors for a second factor, in the administration."""
    root = User.objects.create_superuser("root@maillage.example", SECRET)
    client = Client()
    client.force_login(root)
    group = Group.objects.get(name=EDITORS)
    address = reverse("wagtailsettings:edit", args=["community", "accountsettings"])
    saved = client.post(client.get(address)["Location"], {"second_factor_groups": [group.pk]})
    assert saved.status_code == 302
    assert client.get("/admin/").status_code == 200
    return AccountSettings.load()


def sign_in(client, user):
    client.post("/compte/connexion/", {"login": user.email})
    code = CODE.search(mail.outbox[-1].body)[1]
    return client.post("/compte/connexion/code/", {"code": code})


def test_nothing_is_required_unless_said(editor, porteur):
    for who in (editor, porteur):
        assert who.get("/admin/").status_code == 200


def test_who_must_have_one_sets_it_up_and_comes_back(
    client, required, account, porteur, settings, django_capture_on_commit_callbacks
):
    user = account("editor")
    sign_in(client, user)
    led = client.get("/admin/pages/?p=2", follow=True)
    assert led.redirect_chain == [("/compte/securite/", 302)]
    html = led.content.decode()
    assert 'class="notice" role="status"' in html
    # The space and the site ask for nothing; other groups neither.
    assert client.get("/espace/").status_code == client.get("/").status_code == 200
    assert porteur.get("/admin/").status_code == 200
    # Just signed in: nobody asks who is there.
    older = Client()
    older.force_login(user)
    page = client.get("/compte/securite/application/activer/")
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    wrong = client.post("/compte/securite/application/activer/", {"code": "000 00"})
    assert wrong.status_code == 200
    code = totp(secret)
    with django_capture_on_commit_callbacks() as committed:
        done = client.post(
            "/compte/securite/application/activer/", {"code": f"{code[:3]} {code[3:]}"}
        )
    # The end of the transaction, which in a test comes after the answer.
    request = done.wsgi_request
    with request_context(request):
        for callback in committed:
            callback()
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    assert [message.to for message in mail.outbox[1:]] == [[user.email]]
    assert done["Location"] == "/compte/securite/codes/"
    # A session that never met the second factor is over.
    assert older.get("/espace/").status_code == 302
    codes = client.get(done["Location"])
    assert 'href="/admin/pages/?p=2"' in codes.content.decode()
    spare = codes.context["unused_codes"][0]
    assert client.get("/admin/pages/?p=2").status_code == 200
    assert "/admin/pages/" not in client.get("/compte/securite/").content.decode()

    # Another day: the code by e-mail is not enough, a recovery code serves once.
    later = Client()
    assert sign_in(later, user)["Location"] == "/compte/connexion/second-facteur/"
    assert later.get("/admin/").status_code == 302
    assert later.get("/compte/connexion/second-facteur/").status_code == 200
    assert later.post("/compte/connexion/second-facteur/", {"code": "12"}).status_code == 200
    answer = f"{spare[:4]}-{spare[4:]}"
    assert (
        later.post("/compte/connexion/second-facteur/", {"code": answer})["Location"] == "/espace/"
    )
    assert later.get("/admin/").status_code == 200
    again = Client()
    sign_in(again, user)
    assert again.post("/compte/connexion/second-facteur/", {"code": spare}).status_code == 200
    assert again.get("/admin/").status_code == 302

    # Taken away, it is asked for again. Recovery codes go with it.
    gone = client.post("/compte/securite/application/retirer/")
    assert gone["Location"] == "/compte/securite/"
    assert not Authenticator.objects.filter(user=user).exists()
    assert client.get("/admin/")["Location"] == "/compte/securite/"
    assert client.post(reverse("wagtailadmin_logout")).status_code == 302


def test_a_passkey_counts_and_administrators_may_be_asked_too(editor, required, account):
    Authenticator.objects.create(
        user=account("editor"), type=Authenticator.Type.WEBAUTHN, data={"name": "K"}
    )
    assert editor.get("/admin/").status_code == 200
    root = Client()
    root.force_login(User.objects.get(email="root@maillage.example"))
    AccountSettings.objects.update(second_factor_for_administrators=True)
    assert root.get("/admin/")["Location"] == "/compte/securite/"


def test_who_is_there_is_asked_again_by_a_code(client, account):
    """An account without a password nor a second factor has its address to answer for it."""
    user = account("porteur")
    user.set_unusable_password()
    user.save()
    client.force_login(user)
    for grave in ("/compte/mot-de-passe/", "/compte/securite/cles/ajouter/"):
        asked = client.get(grave)
        assert asked["Location"] == f"/compte/confirmer/code/?next={grave.replace('/', '%2F')}"
    here = asked["Location"]
    assert client.get(here).status_code == 200
    # Nothing is sent before it is asked for.
    assert mail.outbox == []
    client.post(here, {"action": "send"})
    code = CODE.search(mail.outbox[0].body)[1]
    assert mail.outbox[0].to == [user.email]
    assert client.post(here, {"code": "1"}).status_code == 200
    done = client.post(here, {"code": code, "next": "/compte/mot-de-passe/"})
    assert done["Location"] == "/compte/mot-de-passe/"
    assert client.get("/compte/securite/cles/ajouter/").status_code == 200

    passwords = {"password1": SECRET, "password2": SECRET}
    assert client.post("/compte/mot-de-passe/", {**passwords, "password2": "x"}).status_code == 200
    assert client.post("/compte/mot-de-passe/", passwords)["Location"] == "/compte/securite/"
    assert client.get("/compte/securite/").status_code == 200
    user.refresh_from_db()
    assert user.check_password(SECRET)
    assert mail.outbox[-1].to == [user.email]
    assert "127.0.0.1" in mail.outbox[-1].body
    # Another session of an account with a password may answer with it, or have a code.
    elsewhere = Client()
    elsewhere.force_login(user)
    asked = elsewhere.get("/compte/mot-de-passe/")["Location"]
    assert asked.startswith("/compte/confirmer/?")
    assert "/compte/confirmer/code/" in elsewhere.get(asked).content.decode()
    done = elsewhere.post(asked, {"password": SECRET})
    assert done["Location"] == "/compte/mot-de-passe/"


def test_too_many_wrong_codes_end_the_asking(client, account):
    user = account("porteur")
    user.set_unusable_password()
    user.save()
    client.force_login(user)
    here = "/compte/confirmer/code/"
    client.post(here, {"action": "send"})
    answers = [client.post(here, {"code": "1"}) for _try in range(5)]
    assert [answer.status_code for answer in answers] == [200] * 4 + [302]
    # From now on a code has to be asked for; that is what this does.
    assert client.post(here, {"code": CODE.search(mail.outbox[0].body)[1]}).status_code == 302
    assert client.get("/compte/mot-de-passe/").status_code == 302


def test_every_page_of_an_account_with_everything(client, account, settings):
    user = account("editor")
    TOTP.activate(user, "A" * 32)
    sign_in(client, user)
    second = "/compte/connexion/second-facteur/"
    assert client.post(second, {"code": totp("A" * 32)}).status_code == 302
    client.post("/compte/securite/codes/renouveler/")
    assert client.get("/compte/securite/cles/ajouter/").status_code == 200
    for junk in ('{"id": "\\u0000", "response": 3}', "[]", "3", '{"id": "' + "x" * 9000, "\0"):
        data = {"credential": junk, "name": "x" * 900}
        assert client.post("/compte/securite/cles/ajouter/", data).status_code == 200, junk
    user.authenticator_set.create(
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Clé <b>", "credential": {"clientExtensionResults": {}}},
    )
    key = user.authenticator_set.get(type=Authenticator.Type.WEBAUTHN)
    pages = ["", "codes/", "codes/renouveler/", "codes/telecharger/", "cles/"]
    pages += ["application/retirer/", f"cles/{key.pk}/nommer/", f"cles/{key.pk}/retirer/"]
    for page in pages:
        answer = client.get(f"/compte/securite/{page}")
        assert answer.status_code == 200, page
        assert "Clé <b>" not in answer.content.decode()
    renamed = client.post(f"/compte/securite/cles/{key.pk}/nommer/", {"name": "Mon téléphone"})
    assert renamed.status_code == 302
    assert "Mon téléphone" in client.get("/compte/securite/cles/").content.decode()
    assert client.post(f"/compte/securite/cles/{key.pk}/retirer/").status_code == 302
    assert client.get(f"/compte/securite/cles/{key.pk}/retirer/").status_code == 404


def test_junk_in_the_place_of_a_key_is_refused(client):
    offered = client.get("/compte/connexion/cle/", headers={"accept": "application/json"})
    assert offered.json()["request_options"]["publicKey"]["allowCredentials"] == []
    assert client.get("/compte/connexion/cle/")["Location"] == "/compte/connexion/"
    for junk in ("", "[]", '{"response": {"userHandle": "AA"}}', '{"response": 3}', "\0", "{" * 99):
        answer = client.post("/compte/connexion/cle/", {"credential": junk})
        assert answer["Location"] == "/compte/connexion/", junk
    assert 'role="alert"' in client.get("/compte/connexion/").content.decode()


@pytest.mark.parametrize(
    "template",
    ["account/email/password_changed"]
    + [f"mfa/email/{kind}_{what}" for kind in ("totp",) for what in ("activated", "deactivated")]
    + [f"mfa/email/webauthn_{what}" for what in ("added", "removed")]
    + ["mfa/email/recovery_codes_generated"],
)
def test_changes_are_told_by_e_mail(rf, account, template):
    with request_context(rf.get("/")):
        AccountAdapter().send_notification_mail(template, account("editor"))
    (message,) = mail.outbox
    assert message.body.startswith("Bonjour")
    assert "&#" not in message.subject + message.body
    assert "testserver" in message.body
