"""Supporting a question: once per device, without knowing whose device it is."""

import secrets

from django.core import signing
from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from community.security.guard import HOUR, Guard, address
from events.models import Question, QuestionSupport

#: All that comes from one network address, then the devices that are new there, in an hour.
guard = Guard("events.supports", limit=5_000)
newcomers = Guard("events.devices", limit=600)
#: How long an address counts for one device when the browser keeps nothing (no JavaScript).
ONE_DAY = 24 * HOUR

_signer = signing.Signer(salt="events.devices")


def new_device() -> str:
    """Return the mark of a device: a random word, signed, which it keeps and sends back."""
    return _signer.sign(secrets.token_urlsafe(16))


def read_device(mark: str) -> str | None:
    """Return the word of a mark that :func:`new_device` gave, ``None`` for any other."""
    try:
        return _signer.unsign(mark)
    except signing.BadSignature:
        return None


def support(question: Question, device: str) -> bool:
    """Count that ``device`` supports ``question``; return whether it did not before.

    What is kept of the device is a keyed hash that cannot be compared from session to session.
    """
    text = f"{question.session_id}.{device}"
    known = salted_hmac("events.supports", text, algorithm="sha256").hexdigest()
    with transaction.atomic():
        # Merging counts the rows: nobody else adds one meanwhile.
        Question.objects.select_for_update().get(pk=question.pk)
        _row, made = QuestionSupport.objects.get_or_create(question=question, device=known)
        if made:
            Question.objects.filter(pk=question.pk).update(supports=F("supports") + 1)
    return made


def support_from(request: HttpRequest, question: Question) -> bool:
    """Count a support from a browser that keeps nothing: one per network address and day.

    Only a keyed hash of the address is kept, in the cache; the row gets a random device.
    """
    hashed = salted_hmac("events.supports", address(request)).hexdigest()
    if not cache.add(f"events.supports.{question.pk}.{hashed}", 1, ONE_DAY):
        return False
    return support(question, secrets.token_urlsafe(16))
