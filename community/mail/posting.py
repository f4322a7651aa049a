"""Writing an e-mail and putting it in the queue."""

import uuid
from collections.abc import Mapping
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from community.models import Message, User

from .sending import deliver


def post(
    template: str,
    to: User | str,
    context: Mapping[str, Any],
    *,
    key: str = "",
    headers: Mapping[str, str] | None = None,
    language: str = "",
) -> Message | None:
    """Write an e-mail to an account or an address and queue it; return its row.

    ``template`` is the path of a text template whose first line is the subject; it gets
    ``context``, ``user`` (``None`` for a bare address) and ``base_url``. ``key`` says what the
    message is about: when a message with this key exists already, nothing is sent and the
    answer is ``None``. It leaves once the transaction is committed.
    """
    user = to if isinstance(to, User) else None
    with translation.override(language or settings.LANGUAGE_CODE):
        written = render_to_string(
            template,
            {**context, "user": user, "base_url": settings.WAGTAILADMIN_BASE_URL},
        )
    subject, _line, text = written.strip().partition("\n")
    message, made = Message.objects.get_or_create(
        key=key or f"{template}:{uuid.uuid4()}",
        defaults={
            "user": user,
            "address": user.email if user else to,
            "subject": subject[:255],
            "text": text.strip() + "\n",
            "headers": dict(headers or {}),
        },
    )
    if not made:
        return None
    transaction.on_commit(partial(deliver, message.pk))
    return message
