"""What keeps robots out of a public form, without a third party and without knowing anybody."""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 60 * 60


@dataclass
class Guard:
    """The guard of one kind of form, whose marks and counts serve for no other.

    ``salt`` is the form's own name, such as ``"methods.trials"``. From one network address it
    lets ``limit`` messages through in ``window`` seconds. A whole university may sit behind one
    address: that stops floods, not people.
    """

    salt: str
    limit: int = 30
    window: int = HOUR
    #: Nobody reads and fills a form faster, in seconds.
    least_seconds: int = 3
    #: A form left open overnight is still good; a copied one does not serve for weeks.
    most_seconds: int = 24 * HOUR

    def stamp(self, key: object) -> str:
        """Return a signed mark of the moment at which the form of the thing ``key`` was shown."""
        return self._signer.sign(str(key))

    def is_stamped(self, mark: str, key: object) -> bool:
        """Return whether :meth:`stamp` gave ``mark`` for this ``key``, not too long ago."""
        try:
            return self._signer.unsign(mark, self.most_seconds) == str(key)
        except signing.BadSignature:
            return False

    def is_too_fast(self, mark: str) -> bool:
        """Return whether a valid ``mark`` was given only an instant ago."""
        try:
            self._signer.unsign(mark, self.least_seconds)
        except signing.SignatureExpired:
            return False
        return True

    def may_send(self, request: HttpRequest) -> bool:
        """Count one message more from where ``request`` comes; return whether it may pass.

        Only a keyed hash of the network address is kept, in the cache, as long as it counts.
        """
        key = f"{self.salt}.{salted_hmac(self.salt, address(request)).hexdigest()}"
        cache.add(key, 0, self.window)
        try:
            return cache.incr(key) <= self.limit
        except ValueError:  # The time was up between the two lines.
            return True

    @property
    def _signer(self) -> signing.TimestampSigner:
        return signing.TimestampSigner(salt=self.salt)


def address(request: HttpRequest) -> str:
    """Return the network address of the visitor; behind our own proxy, the one it adds last."""
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return str(request.META.get("REMOTE_ADDR", ""))
