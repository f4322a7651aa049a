"""Writing an e-mail and putting it in the queue."""

import uuid
from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import translation

from community.models import Message, User

from .language import language_of
from .queue import enqueue
from .writing import write


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
    answer is ``None``. The text is wrapped and not escaped: write no ``autoescape`` in it.

    It is written in ``language``, else in that of the account, else in that of the site.

    ``headers`` may hold ``List-Unsubscribe`` and ``List-Unsubscribe-Post``. It joins the queue once
    the transaction is committed; should the process die just then, ``send_mail`` finds it.
    """
    user = to if isinstance(to, User) else None
    with translation.override(language or language_of(user)):
        subject, text = write(template, {**context, "user": user})
    message, made = Message.objects.get_or_create(
        key=key or f"{template}:{uuid.uuid4()}",
        defaults={
            "user": user,
            "address": user.email if user else to,
            "subject": subject,
            "text": text,
            "headers": dict(headers or {}),
        },
    )
    if not made:
        return None
    # Robust: a queue that cannot be reached must not fail what the person did.
    transaction.on_commit(partial(enqueue, message.pk), robust=True)
    return message
