"""Sending one message."""

from django.core.mail import get_connection

from .claiming import begin, claim, record_failure, record_sent
from .writing import as_mail


def deliver(key: int) -> bool:
    """Send the message of primary key ``key`` if it is to be sent now; return whether it left.

    What the mail server refuses, or does not answer in time, is tried again later; what is wrong
    with the message itself is not.
    """
    message = claim(key)
    if message is None:
        return False
    try:
        mail = as_mail(message)
        mail.message()  # A line break in a header is refused here, before anything else is done.
        connection = get_connection()
        connection.open()
        try:
            if not begin(message):
                return False
            connection.send_messages([mail])
        finally:
            connection.close()
    except OSError as error:  # All the errors of smtplib are of this kind too.
        record_failure(message, error, again=True)
        return False
    except Exception as error:
        record_failure(message, error, again=False)
        return False
    record_sent(message)
    return True
