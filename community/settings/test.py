"""Settings of the test suite: fast, in a folder of its own, on the database of ``DATABASE_URL``.

``tests/conftest.py`` gives each process its own database and its own folder for uploads.
"""

from . import services
from .base import *
from .base import BASE_DIR, TASKS

DEBUG = False
SECRET_KEY = "tests-only-" * 5
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]

VAR_DIR = BASE_DIR / "var" / "test"
MEDIA_ROOT = VAR_DIR / "media"
# whitenoise finds the static files where they are: the suite must not need collectstatic.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
SERVE_MEDIA = True

DATABASES = services.databases("sqlite://")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# No worker here: what a test commits is sent at once, to the outbox.
TASKS = {**TASKS, "queue": TASKS["default"]}
