"""What keeps robots out of the public form, without a third party and without knowing anybody."""

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SALT = "methods.trials"
#: Nobody reads and fills the form faster.
LEAST_SECONDS = 3
#: A form left open overnight is still good; a copied one does not serve for weeks.
MOST_SECONDS = 24 * 60 * 60
#: A whole university may sit behind one address: this stops floods, not people.
PER_HOUR = 30
HOUR = 60 * 60


def stamp(page_key: int) -> str:
    """Return a signed mark of the moment at which the form of a page was shown."""
    return signing.TimestampSigner(salt=SALT).sign(str(page_key))


def is_stamped(mark: str, page_key: int) -> bool:
    """Return whether ``mark`` was given by :func:`stamp` for this page, not too long ago."""
    try:
        return signing.TimestampSigner(salt=SALT).unsign(mark, MOST_SECONDS) == str(page_key)
    except signing.BadSignature:
        return False


def is_too_fast(mark: str) -> bool:
    """Return whether a valid ``mark`` was given only an instant ago."""
    try:
        signing.TimestampSigner(salt=SALT).unsign(mark, LEAST_SECONDS)
    except signing.SignatureExpired:
        return False
    return True


def may_send(request: HttpRequest) -> bool:
    """Count one message more from where ``request`` comes; return whether that is not too many.

    Only a keyed hash of the network address is kept, in the cache, for one hour.
    """
    key = f"{SALT}.{salted_hmac(SALT, _address(request)).hexdigest()}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) <= PER_HOUR
    except ValueError:  # The hour ended between the two lines.
        return True


def _address(request: HttpRequest) -> str:
    """The network address of the visitor; behind our own proxy, the one that it adds last."""
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return str(request.META.get("REMOTE_ADDR", ""))
