"""Settings of ``make run``: one machine, embedded database, no HTTPS, accounts of the demo.

DEBUG is off unless asked for, so that errors, caches and static files are those of the real site.
"""

from . import environment as env
from . import local_secret, logs, services
from .base import *
from .base import TASKS

DEBUG = env.flag("MAILLAGE_DEBUG")
LOGGING = logs.logging_config(env.choice("MAILLAGE_LOG_LEVEL", "WARNING", logs.LEVELS))
SECRET_KEY = local_secret.secret_key(env.VAR_DIR)
ALLOWED_HOSTS = env.hosts("MAILLAGE_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
DATABASES = services.databases(f"sqlite:///{env.VAR_DIR / 'maillage.sqlite3'}")
SERVE_MEDIA = env.flag("SERVE_MEDIA", True)

WAGTAILADMIN_BASE_URL = env.origin("MAILLAGE_BASE_URL", "http://127.0.0.1:8000", ("http", "https"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("MAILLAGE_EMAIL_FROM", "maillage@localhost")
# Nobody runs a worker beside the demo: an e-mail is printed as soon as it is written.
TASKS = {**TASKS, "queue": TASKS["default"]}
