"""Settings of a public site, behind HTTPS; what differs between two sites is a variable.

``docs/deployment.md`` has the table. Start is refused, with one sentence, when one of SECRET_KEY,
MAILLAGE_HOSTS, MAILLAGE_BASE_URL and DATABASE_URL is missing or any variable is wrong.
"""

from urllib.parse import urlsplit

from . import environment as env
from . import services
from .base import *

DEBUG = False
SECRET_KEY = env.secret("SECRET_KEY")
ALLOWED_HOSTS = env.hosts("MAILLAGE_HOSTS")
DATABASES = services.databases()

WAGTAILADMIN_BASE_URL = env.origin("MAILLAGE_BASE_URL")
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text(
    "MAILLAGE_EMAIL_FROM", f"no-reply@{urlsplit(WAGTAILADMIN_BASE_URL).hostname}"
)

SECURE_SSL_REDIRECT = True
# A monitor asks gunicorn directly, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
if env.flag("MAILLAGE_TRUST_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.number("MAILLAGE_HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.flag("MAILLAGE_HSTS_SUBDOMAINS")
if not SECURE_HSTS_INCLUDE_SUBDOMAINS:
    # Only the owner of the domain can promise HTTPS for the other sites under it.
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# The prefix makes the browser refuse the cookie from another host or without TLS (ASVS 3.3.1).
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
