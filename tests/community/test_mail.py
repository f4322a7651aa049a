"""E-mails: written plainly, queued, tried again, never doubled, forgotten in the end."""

import signal
from datetime import timedelta
from smtplib import SMTPServerDisconnected
from unittest import mock

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.template import engines
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult
from wagtail.users.models import UserProfile

from community.mail import post
from community.mail.claiming import CLAIM_LIFE, DELAYS, INTERRUPTED, begin, claim, put_back
from community.mail.queue import send_waiting
from community.mail.sending import deliver
from community.models import Message, User
from tests.undefined import StrictString

pytestmark = pytest.mark.django_db

Status = Message.Status
TEMPLATES = django_settings.BASE_DIR / "templates"


@pytest.fixture
def written(settings, tmp_path, django_capture_on_commit_callbacks):
    """Write an e-mail from the text of a template, queued when ``commit``: its row."""
    settings.TEMPLATES = [{**django_settings.TEMPLATES[0], "DIRS": [tmp_path, TEMPLATES]}]
    engines["django"].engine.string_if_invalid = StrictString(str(tmp_path))

    def write(text: str = "Bonjour\nLe texte.", commit: bool = False, **values) -> Message | None:
        (tmp_path / "mail.txt").write_text(text, encoding="utf-8")
        values = {"to": "claude@maillage.example", "context": {}, **values}
        with django_capture_on_commit_callbacks(execute=commit):
            return post("mail.txt", values.pop("to"), values.pop("context"), **values)

    return write


@pytest.fixture
def queue(settings):
    """The queue of a real site, in the database; signals and connection stay those of the tests."""
    settings.TASKS = {
        **django_settings.TASKS,
        "queue": {"BACKEND": "django_tasks_db.DatabaseBackend"},
    }
    with mock.patch.object(signal, "signal"), mock.patch.object(db_worker, "close_old_connections"):
        yield


@pytest.fixture
def refusing():
    """A mail server that hangs up."""
    hangs_up = SMTPServerDisconnected("claude@maillage.example: not now")
    with mock.patch.object(EmailBackend, "send_messages", side_effect=hangs_up) as send:
        yield send


def later(**delay):
    return mock.patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(**delay))


@pytest.mark.whatever_the_database
def test_it_is_plain_text_that_says_it_comes_from_a_machine(written):
    address = f"https://maillage.example/suivi/{'x' * 90}/"
    text = "L’objet\u202f: {{ what }}\n\n{{ what }} " + "mot " * 40
    text += f"\n\n- {'long ' * 20}\n\n{address}\n"
    headers = {"List-Unsubscribe": "<https://maillage.example/stop>"}
    context = {"what": "d'été & d’hiver\r\nBcc: tous@maillage.example\u2028Suite\x00"}
    message = written(text, commit=True, context=context, headers=headers)
    (sent,) = mail.outbox
    assert sent.subject == "L’objet\u202f: d'été & d’hiver"
    lines = sent.body.splitlines()
    assert max(len(line) for line in lines if not line.startswith("http")) <= 72
    assert address in lines
    assert "  long long" in sent.body
    raw = sent.message()
    assert raw["Bcc"] is None
    assert raw["Auto-Submitted"] == "auto-generated"
    assert raw["List-Unsubscribe"] == headers["List-Unsubscribe"]
    assert raw.get_content_type() == "text/plain"
    assert raw.get_content_charset() == "utf-8"
    assert raw["Message-ID"].startswith(f"<{message.pk}.")
    assert sent.from_email == django_settings.DEFAULT_FROM_EMAIL


@pytest.mark.whatever_the_database
@pytest.mark.parametrize(
    "values",
    [
        {"headers": {"List-Unsubscribe": "<x>\nBcc: tous@maillage.example"}},
        {"to": "claude@maillage.example\nBcc: tous@maillage.example"},
    ],
)
def test_a_line_break_in_a_header_is_given_up_at_once(written, values):
    message = written(commit=True, **values)
    message.refresh_from_db()
    assert message.status == Status.FAILED
    assert "BadHeader" in message.error
    assert mail.outbox == []


def test_the_same_key_leaves_once(written):
    assert written(commit=True, key="once")
    assert written(commit=True, key="once") is None
    assert len(mail.outbox) == 1


def test_a_worker_and_cron_send_each_message_once(written, queue, capsys):
    messages = [written(commit=True) for _each in range(3)]
    # One whose task was lost, and one that a worker has just sent.
    DBTaskResult.objects.last().delete()
    assert mail.outbox == []
    assert deliver(messages[0].pk)
    call_command("send_mail", verbosity=0)
    call_command("send_mail", verbosity=0)
    assert len(mail.outbox) == 3
    assert set(Message.objects.values_list("status", flat=True)) == {Status.SENT}
    assert not DBTaskResult.objects.ready().exists()


def test_of_two_at_once_one_sends(written):
    message = written()
    first = claim(message.pk)
    assert first
    assert claim(message.pk) is None
    assert begin(first)
    assert not begin(first)
    assert not deliver(message.pk)
    assert mail.outbox == []


def test_it_is_tried_again_with_growing_delays_then_given_up(written, queue, refusing, caplog):
    message = written(commit=True)
    elapsed = timedelta()
    for attempt, delay in enumerate(DELAYS, 1):
        with later(seconds=elapsed.total_seconds()):
            now = timezone.now()
            call_command("send_mail", verbosity=0)
            call_command("send_mail", verbosity=0)
        message.refresh_from_db()
        assert (message.status, message.attempts) == (Status.WAITING, attempt)
        assert message.due_at == now + delay
        assert DBTaskResult.objects.filter(status="READY", run_after=message.due_at).count() == 1
        elapsed += delay + timedelta(seconds=60)
    with later(seconds=elapsed.total_seconds()):
        call_command("send_mail", verbosity=0)
    message.refresh_from_db()
    assert message.status == Status.FAILED
    assert refusing.call_count == len(DELAYS) + 1
    assert "given up" in caplog.text
    assert message.address not in caplog.text

    refusing.side_effect = None
    assert put_back(message.pk)
    assert not put_back(message.pk)
    assert deliver(message.pk)


def test_a_process_that_dies_before_it_sends_loses_nothing(written):
    message = written()
    claim(message.pk)
    assert send_waiting() == 0
    with later(seconds=CLAIM_LIFE.total_seconds() + 60):
        assert send_waiting() == 1
    assert len(mail.outbox) == 1


def test_a_process_that_dies_while_it_sends_doubles_nothing(written):
    message = written()

    def die(*args):
        raise KeyboardInterrupt

    with (
        mock.patch.object(EmailBackend, "send_messages", die),
        pytest.raises(KeyboardInterrupt),
    ):
        deliver(message.pk)
    with later(seconds=CLAIM_LIFE.total_seconds() + 60):
        assert send_waiting() == 0
    message.refresh_from_db()
    assert (message.status, message.error) == (Status.FAILED, INTERRUPTED)
    assert mail.outbox == []


def test_a_process_that_slept_too_long_does_not_send_what_another_took(written):
    message = written()
    slow = claim(message.pk)
    with later(seconds=CLAIM_LIFE.total_seconds() + 60):
        assert deliver(message.pk)
    assert not begin(slow)
    assert len(mail.outbox) == 1


def test_old_messages_are_emptied_and_still_leave_once(written, account):
    sent = written(commit=True, key="old", to=account("porteur"))
    waiting = written()
    with later(days=91):
        call_command("purge_mail", verbosity=0)
        assert send_waiting() == 0
    for message in (sent, waiting):
        message.refresh_from_db()
        assert (message.address, message.subject, message.text, message.user) == ("", "", "", None)
    assert waiting.status == Status.FAILED
    assert not put_back(waiting.pk)
    assert written(commit=True, key="old", to=account("porteur")) is None


def test_administrators_see_what_failed_and_try_it_again(written, refusing, account, editor):
    message = written(commit=True)
    Message.objects.update(status=Status.FAILED)
    refusing.side_effect = None
    client = Client()
    client.force_login(User.objects.create_superuser("root@maillage.example"))
    report, address = reverse("mail_report"), reverse("mail_message", args=[message.pk])
    for status, shown in (("failed", True), ("waiting", False), ("\x00", True)):
        html = client.get(report, {"status": status}).content.decode()
        assert (address in html) == shown
    html = client.get(address).content.decode()
    assert "SMTPServerDisconnected" in html
    assert "Le texte." not in html
    assert editor.post(address).status_code == 302
    message.refresh_from_db()
    assert message.status == Status.FAILED
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(address)
    message.refresh_from_db()
    assert message.status == Status.SENT
    client.post(address)
    assert refusing.call_count == 2


@pytest.mark.whatever_the_database
def test_it_is_in_the_language_of_whoever_reads_it(written, account):
    """That of their account, whatever the page from which it leaves."""
    text = "{% load i18n %}{% translate 'Good morning,' %} {% url 'space' %}\n{{ day|date:'F' }}"
    context = {"day": timezone.datetime(2018, 8, 27)}

    def told(to) -> tuple[str, str]:
        message = written(text, to=to, context=context)
        return message.subject, message.text.strip()

    french, english = ("Bonjour, /espace/", "août"), ("Good morning, /en/espace/", "August")
    reader = account("editor")
    assert told(reader) == french
    UserProfile.objects.update_or_create(user=reader, defaults={"preferred_language": "en"})
    assert told(reader) == english
    with override("en"):
        assert told("somebody@maillage.example") == told(account("coordinator")) == french
    # A language that the site no longer has.
    UserProfile.objects.filter(user=reader).update(preferred_language="de")
    assert told(reader) == french
