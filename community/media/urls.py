"""The address of uploaded files when the site serves them itself (``SERVE_MEDIA``)."""

from django.conf import settings
from django.urls import URLPattern, path

from .views import serve_media


def media_urls() -> list[URLPattern]:
    """Return the pattern to add to the project's, or none when a proxy or S3 does the work."""
    if not settings.SERVE_MEDIA:
        return []
    prefix = settings.MEDIA_URL.lstrip("/")
    return [path(f"{prefix}<path:name>", serve_media, name="media")]
