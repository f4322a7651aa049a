"""Asking from a courtyard where the network comes and goes."""

import json
import os
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from community.settings import environment as env

from .served import Served

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

#: A plenary that no other test looks at begins now, with a question to support.
UNDER_WAY = """
from datetime import timedelta
from django.utils import timezone
from events.models import PublishedSlot, Question, SessionPage
page = SessionPage.objects.get(title__startswith="Territoires apprenants", live=True)
page.questions_open = True
page.save()
now = timezone.now()
PublishedSlot.objects.filter(session=page).update(start=now, end=now + timedelta(hours=2))
Question.objects.create(session=page, text="Et après ?", state="accepted", supports=4)
print(page.get_url() + "questions/")
"""
ASKED = """
import json
from events.models import Question
print(json.dumps(list(Question.objects.filter(state="waiting").values_list("text", flat=True))))
"""


def shell(served: Served, code: str) -> str:
    """Run ``code`` on the served site; return the last line of what it prints."""
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
        cwd=env.BASE_DIR,
        env={**os.environ, **served.variables},
        capture_output=True,
        text=True,
        check=True,
    )
    return (done.stdout.strip().splitlines() or [""])[-1]


def test_asked_offline_it_leaves_once_the_network_is_back(phone: Page, served: Served) -> None:
    wall = shell(served, UNDER_WAY)
    statuses: list[int] = []
    phone.on("response", lambda one: "/liste/" in one.url and statuses.append(one.status))
    phone.goto(wall)
    phone.context.set_offline(True)
    phone.fill("[name=text]", "Une question posée dans la cour")
    phone.locator("[data-ask] [type=submit]").click()
    outbox = phone.locator("[data-outbox] li")
    expect(outbox).to_contain_text("Une question posée dans la cour")
    phone.locator("[data-support] button").first.click()
    expect(phone.locator(".asked__number").first).to_have_text("5")
    expect(phone.locator("[data-support] button[aria-pressed=true]")).to_have_count(1)
    phone.fill("[name=text]", "Une autre, à moitié écrite")
    phone.context.set_offline(False)
    expect(outbox).to_have_count(0)
    expect(phone.locator("[data-said]")).to_be_visible()
    assert json.loads(shell(served, ASKED)) == ["Une question posée dans la cour"]
    # What was not sent is still there after a reload, and so is what this device supports.
    phone.reload()
    expect(phone.locator("[name=text]")).to_have_value("Une autre, à moitié écrite")
    expect(phone.locator("[data-support] button[aria-pressed=true]")).to_have_count(1)
    expect(phone.locator(".asked__number").first).to_have_text("5")
    with phone.expect_response(lambda one: "/liste/" in one.url and one.status == 304):
        phone.evaluate("dispatchEvent(new Event('online'))")
    assert 200 in statuses
    assert json.loads(shell(served, ASKED)) == ["Une question posée dans la cour"]
