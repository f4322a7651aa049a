"""Which hosts the page of a request may show in a frame, besides our own."""

from django.http import HttpRequest

_KEPT_AS = "_frame_hosts"


def allow_frame(request: HttpRequest, host: str) -> None:
    """Let the page that answers ``request``, and no other, show a frame from ``https://host``.

    ``host`` is written into the content security policy as it is: give a checked name.
    """
    request.__dict__.setdefault(_KEPT_AS, set()).add(host)


def frame_hosts(request: HttpRequest) -> set[str]:
    """Return the hosts that were allowed for the page of ``request``."""
    return request.__dict__.get(_KEPT_AS, set())
