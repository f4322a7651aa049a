"""Machines that say what they are: what they ask for is not counted."""

import re

from django.http import HttpRequest

_MACHINE = re.compile(r"bot|crawl|spider|slurp|preview|monitor|curl|wget|python", re.IGNORECASE)


def says_it_is_a_machine(request: HttpRequest) -> bool:
    """Return whether what sent ``request`` says of itself that it is no person."""
    return bool(_MACHINE.search(request.headers.get("User-Agent", "")))
