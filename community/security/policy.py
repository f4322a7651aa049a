"""The content security policies, with the setting names and shapes of Django 6.

Imported by the settings modules: nothing here may need the settings.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Policy = Mapping[str, Iterable[str] | str | bool | None]

NONE = "'none'"
SELF = "'self'"
UNSAFE_INLINE = "'unsafe-inline'"


def public_policy(media: str = "") -> dict[str, list[str]]:
    """Return the policy of the public pages: nothing but our own files, nothing inline.

    ``media`` is the origin of the images when the site does not serve them itself.
    """
    ours = [SELF, media] if media else [SELF]
    return {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [*ours, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": ours,
        "manifest-src": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        # The editor shows the preview of a page in a frame.
        "frame-ancestors": [SELF],
    }


def admin_policy(media: str = "") -> dict[str, list[str]]:
    """Return the policy of the editors' pages.

    Wagtail 8 starts its date pickers, choosers and inline panels with inline scripts, and its
    editor sets inline styles; ``blob:`` is the picture that is about to be uploaded.
    """
    policy = public_policy(media)
    policy["script-src"] = [SELF, UNSAFE_INLINE]
    policy["style-src"] = [SELF, UNSAFE_INLINE]
    policy["img-src"] = [*policy["img-src"], "blob:"]
    return policy


def with_frames(policy: Policy, hosts: Iterable[str]) -> dict[str, Any]:
    """Return ``policy`` with frames of these ``hosts`` (https only) allowed besides its own."""
    own = policy.get("frame-src") or []
    sources = [own] if isinstance(own, str) else list(own if own is not True else [])
    return {**policy, "frame-src": [*sources, *(f"https://{host}" for host in sorted(hosts))]}


def header_value(policy: Policy) -> str:
    """Return the header for a policy; ``True`` gives a bare directive, empty ones are left out."""
    parts = []
    for directive, sources in policy.items():
        if sources is True:
            parts.append(directive)
        elif sources:
            words = [sources] if isinstance(sources, str) else list(sources)
            parts.append(f"{directive} {' '.join(words)}")
    return "; ".join(parts)


def permissions_value(permissions: Mapping[str, Iterable[str]]) -> str:
    """Return a Permissions-Policy header: ``{"camera": []}`` forbids the camera to everybody."""
    return ", ".join(f"{name}=({' '.join(allowed)})" for name, allowed in permissions.items())
