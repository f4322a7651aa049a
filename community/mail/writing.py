"""From a text template to an e-mail: plain text, wrapped, in UTF-8."""

import re
import textwrap
import unicodedata
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template

from community.models import Message

#: Of a line of text, so that an answer that quotes it still fits in 80 columns.
WIDTH = 72
#: No holiday message answers these, no robot takes them for a person's (RFC 3834, section 5).
OWN_HEADERS = {"Auto-Submitted": "auto-generated"}


def write(template: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """Return the subject (the first line of ``template``) and the text of an e-mail.

    Nothing is escaped, since it is not HTML. A line break in a title cannot end the subject:
    every run of blanks in it becomes one space.
    """
    # Not render_to_string, which would write &#x27; for an apostrophe.
    made = get_template(template).template.render(  # type: ignore[attr-defined]
        Context({**context, "base_url": settings.WAGTAILADMIN_BASE_URL}, autoescape=False)
    )
    subject, _line, text = made.strip().partition("\n")
    # Blanks that do not break, before French punctuation, stay what they are.
    subject = re.sub(r"[ \t]+", " ", _printable(subject)).strip(" ")
    return subject[:255], wrap(_printable(text).strip()) + "\n"


def wrap(text: str) -> str:
    """Return ``text`` in lines of ``WIDTH`` at most; an address is never cut, nor a list undone."""
    lines: list[str] = []
    for line in text.split("\n"):
        if len(line) <= WIDTH:
            # "-- " alone is how an e-mail begins its signature, blank included (RFC 3676).
            lines.append(line if line == "-- " else line.rstrip())
            continue
        indent = "  " if line.startswith("- ") else ""
        lines += textwrap.wrap(
            line,
            WIDTH,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines)


def as_mail(message: Message) -> EmailMessage:
    """Return what leaves for ``message``. The mail server gets no mark of our own machine.

    A second attempt has the same Message-ID: mailboxes that know it show the e-mail once.
    """
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    number = f"{message.pk}.{message.created_at:%Y%m%d%H%M%S}"
    headers = {**message.headers, **OWN_HEADERS, "Message-ID": f"<{number}@{host}>"}
    return EmailMessage(message.subject, message.text, None, [message.address], headers=headers)


def _printable(text: str) -> str:
    """``text`` with a space for each control character: some end lines, some cannot be sent."""
    return "".join(
        character
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        else " "
        for character in text.replace("\r\n", "\n")
    )
