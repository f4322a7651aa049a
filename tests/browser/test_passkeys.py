"""A passkey, from the first code by e-mail to the administration, in a real browser."""

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from community.settings import environment as env

from . import axe
from .served import Served
from .windows import PHONE, Opener

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

ADDRESS = "cle@maillage.example"
#: An account of its own: with a second factor, others could not sign in with a password alone.
ACCOUNT = f"""
from django.contrib.auth.models import Group
from community.accounts.roles import EDITORS
from community.models import User
user, _ = User.objects.get_or_create(email="{ADDRESS}")
user.groups.add(Group.objects.get(name=EDITORS))
"""


def code_sent(served: Served) -> str:
    """Return the code of the latest e-mail, which the demo prints."""
    return re.findall(r"^    (\d{4}-\d{4})$", served.log.read_text("utf-8"), re.MULTILINE)[-1]


def with_device(page: Page) -> None:
    """Give the browser a device that knows its owner."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_opens_the_administration(opened: Opener, served: Served) -> None:
    subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", ACCOUNT],
        cwd=env.BASE_DIR,
        env={**os.environ, **served.variables},
        capture_output=True,
        check=True,
    )
    # A number is no name for a key: browsers take "localhost", and every real name.
    url = served.url.replace("127.0.0.1", "localhost")
    page = opened(base_url=url, viewport=PHONE).new_page()
    wrong: list[str] = []
    page.on("console", lambda said: said.type == "error" and wrong.append(said.text))
    with_device(page)

    page.goto("/compte/connexion/?next=/compte/securite/cles/ajouter/")
    page.fill("[name=login]", ADDRESS)
    page.click("main form .button")
    expect(page.locator("[name=code]")).to_be_visible()
    assert axe.violations(page, *axe.TAGS) == []
    page.fill("[name=code]", code_sent(served).replace("-", " "))
    page.click("main form .button")

    expect(page.locator("[name=passwordless]")).to_be_checked()
    assert axe.violations(page, *axe.TAGS) == []
    page.fill("[name=name]", "Mon téléphone")
    page.click("main form .button")
    # It comes with recovery codes.
    expect(page).to_have_url(f"{url}/compte/securite/codes/")
    expect(page.locator(".recovery li")).to_have_count(10)
    page.goto("/compte/securite/cles/")
    expect(page.locator("main")).to_contain_text("Mon téléphone")

    page.goto("/compte/deconnexion/")
    page.click("main form .button")
    expect(page).to_have_url(f"{url}/")
    page.goto("/admin/pages/")
    expect(page).to_have_url(f"{url}/compte/connexion/?next=/admin/pages/")
    page.click("[data-passkey=login] button")
    expect(page).to_have_url(re.compile(rf"^{url}/admin/pages/"))

    # From then on a code by e-mail asks for the key as well.
    page.goto("/compte/deconnexion/")
    page.click("main form .button")
    page.goto("/compte/connexion/")
    page.fill("[name=login]", ADDRESS)
    page.click("main form .button")
    page.fill("[name=code]", code_sent(served))
    page.click("main form .button")
    expect(page).to_have_url(f"{url}/compte/connexion/second-facteur/")
    assert axe.violations(page, *axe.TAGS) == []
    page.click("[data-passkey=use] button")
    expect(page).to_have_url(f"{url}/espace/")
    assert wrong == []
