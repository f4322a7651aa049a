"""Sending what waits in the queue."""

from django.core.mail import EmailMessage
from django.utils import timezone

from community.models import Message


def deliver(key: int) -> bool:
    """Send the message of primary key ``key`` unless it has left; return whether it is sent."""
    message = Message.objects.get(pk=key)
    if message.status == Message.Status.SENT:
        return True
    mail = EmailMessage(message.subject, message.text, None, [message.address])
    mail.extra_headers = message.headers
    message.attempts += 1
    try:
        mail.send()
    except OSError as error:
        message.status, message.error = Message.Status.FAILED, str(error)[:255]
    else:
        message.status, message.error = Message.Status.SENT, ""
        message.sent_at = timezone.now()
    message.save()
    return message.status == Message.Status.SENT
