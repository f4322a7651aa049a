"""Settings shared by every environment. What differs stands in dev, test and production."""

from pathlib import Path

from community.plugins.discovery import discover
from community.security.policy import admin_policy, public_policy

from . import environment as env
from . import languages, logs, services

BASE_DIR = env.BASE_DIR
VAR_DIR = env.VAR_DIR

BUILTIN_PLUGINS = [
    "methods.apps.Methods",
    "events.apps.Events",
    "defis.apps.Defis",
    "home.apps.Home",
]
# Read again by the system checks, which report what discovery had to leave out.
PLUGIN_DISCOVERY = discover(
    BUILTIN_PLUGINS,
    exclude=env.words("COMMUNITY_PLUGINS_EXCLUDE"),
    safe_mode=env.flag("COMMUNITY_SAFE_MODE"),
)

INSTALLED_APPS = [
    *PLUGIN_DISCOVERY.installed,
    "community.apps.Community",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # First, so that redirects to HTTPS and static files carry the headers as well.
    "community.security.headers.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "community.accounts.second_factor.SecondFactorMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "community.translators.middleware.TranslatorMiddleware",
]

ROOT_URLCONF = "community.urls"
WSGI_APPLICATION = "community.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "community.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        # Length, not composition: OWASP ASVS 5.0 §6.2 and CNIL 2022-100 (case 2).
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "space"
# Nobody chooses a password to report once or twice a year: a code by e-mail opens the door.
ACCOUNT_ADAPTER = "community.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "community.accounts.forms.SignInForm",
    "confirm_login_code": "community.accounts.forms.ConfirmCodeForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
# The code proves that the address is theirs; nothing else needs to.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
# Digits, which every telephone has a keyboard for: with 5 tries a code, 1 chance in 20 million.
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
# Some mail servers make an unknown sender wait for several minutes.
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_TIMEOUT = 20 * 60
# A whole university may sit behind one network address; one mailbox is spared.
ACCOUNT_RATE_LIMITS = {"request_login_code": "30/m/ip,5/15m/key"}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_ADAPTER = "community.accounts.second_factor.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "community.accounts.forms.SecondFactorForm",
    "reauthenticate": "community.accounts.forms.SecondFactorAgainForm",
    "activate_totp": "community.accounts.forms.ActivateAppForm",
    "add_webauthn": "community.accounts.passkeys.AddPasskeyForm",
    "edit_webauthn": "community.accounts.passkeys.RenamePasskeyForm",
    "login_webauthn": "community.accounts.passkeys.PasskeySignInForm",
    "authenticate_webauthn": "community.accounts.passkeys.PasskeySecondForm",
    "reauthenticate_webauthn": "community.accounts.passkeys.PasskeyAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Addresses are given by an editor, and whoever is signed in has read a code sent there or knows
# the password that the editor gave.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# The clock of a telephone may be half a minute late.
MFA_TOTP_TOLERANCE = 1

LANGUAGE_CODE = languages.DEFAULT
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = languages.languages()
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Paris"
USE_I18N = True
FORMAT_MODULE_PATH = ["community.formats"]
USE_TZ = True
# "example.org" typed in a form means https, as it will in Django 6.
FORMS_URLFIELD_ASSUME_HTTPS = True
FIRST_DAY_OF_WEEK = 1

STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT: Path | None = VAR_DIR / "static"
STATIC_URL = "/static/"
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
# Whether the site gives out the uploaded images by itself, without a proxy or S3.
SERVE_MEDIA = env.flag("SERVE_MEDIA")
STORAGES = {
    "default": services.media_storage(),
    "staticfiles": {"BACKEND": "community.storage.StaticFilesStorage"},
}
CACHES = services.caches()
# Wagtail indexes through the first: a queue there would make editors wait for a worker. E-mails
# wait in the second, for a worker or for "manage.py send_mail".
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "queue": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]},
}
# Which EMAIL_* settings there are depends on the kind of address.
globals().update(services.email())

LOGGING = logs.logging_config(env.choice("MAILLAGE_LOG_LEVEL", "INFO", logs.LEVELS))

# What pages may do in the browser; SecurityHeadersMiddleware sends it.
SECURE_CSP = public_policy(services.public_media_origin())
SECURE_CSP_ADMIN = admin_policy(services.public_media_origin())
SECURE_CROSS_ORIGIN_RESOURCE_POLICY = "same-origin"
# The path of a page stays with us; video hosts refuse to play without at least the origin.
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
}
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# Upload limits. The body limit covers a page form with its rows, not its files.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = 50
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024

WAGTAIL_SITE_NAME = "Maillage"
WAGTAIL_I18N_ENABLED = True
# Addresses last: « écluse » gives "ecluse", which can be read out and typed.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# France and its overseas territories: the full list has names that browsers do not know.
WAGTAIL_USER_TIME_ZONES = [
    "Europe/Paris",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Cayenne",
    "America/Miquelon",
    "Indian/Reunion",
    "Indian/Mayotte",
    "Pacific/Noumea",
    "Pacific/Tahiti",
    "Pacific/Wallis",
]
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
# /compte/ is where people change what opens their account; an administrator changes the address.
WAGTAILUSERS_PASSWORD_REQUIRED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "community.CommunityImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_DOCUMENT_MODEL = "community.CommunityDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "community.media.document_text.form.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "mp4", "ods", "odp", "odt", "pdf", "pptx", "rtf"]
WAGTAILDOCS_EXTENSIONS += ["txt", "vtt", "webm", "xlsx", "zip"]
# Through a view, never from the storage: a collection may be private. All but PDF are saved.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
WAGTAILSEARCH_BACKENDS = services.search_backends()
# The admin would otherwise call releases.wagtail.org and gravatar.com from the editor's browser.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# A submitted page must not put French text live under /en/.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
TAGGIT_CASE_INSENSITIVE = True
# None, and no button in the editor, unless a service is named.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = languages.machine_translator()
