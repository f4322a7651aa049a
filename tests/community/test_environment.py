"""Settings come from the environment, in one place, documented, and fail with one sentence."""

import ast
import re
import runpy
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from community.settings import environment as env
from community.settings import languages, services
from community.settings.local_secret import secret_key

pytestmark = pytest.mark.whatever_the_database

ROOT = Path(__file__).parents[2]
CODE = ("community", "defis", "events", "home", "methods", "bench", "tests")
READERS = {
    name
    for name, value in vars(env).items()
    if callable(value) and value.__module__ == env.__name__
}

COMPLETE = {
    "SECRET_KEY": "k3yk3y-0123456789-abcdefghij-klmnopqrst-uvwxyz-ABCDEFGH",
    "MAILLAGE_HOSTS": "www.example.org",
    "MAILLAGE_BASE_URL": "https://www.example.org",
    "DATABASE_URL": "postgres://maillage@127.0.0.1:5432/maillage",
}


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch):
    for name in variables_read():
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def production(monkeypatch):
    """Load the production settings with the mandatory variables and those given."""

    def load(**changes: str) -> dict:
        for name, value in (COMPLETE | changes).items():
            monkeypatch.setenv(name, value)
        return runpy.run_module("community.settings.production")

    return load


def sources() -> list[Path]:
    files = [path for folder in CODE for path in (ROOT / folder).rglob("*.py")]
    return [*files, ROOT / "gunicorn.conf.py"]


@cache
def variables_read() -> frozenset[str]:
    """The names given to the functions of environment.py, anywhere in the project."""
    names = set()
    for path in sources():
        if path == Path(__file__):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                function = getattr(node.func, "attr", getattr(node.func, "id", ""))
                argument = node.args[0].value
                if function in READERS and re.fullmatch("[A-Z][A-Z0-9_]+", str(argument)):
                    names.add(argument)
    return frozenset(names)


def variables_documented() -> set[str]:
    page = (ROOT / "docs" / "deployment.md").read_text()
    return set(re.findall(r"^\| `([A-Z0-9_]+)` \|", page, re.MULTILINE))


def test_the_table_of_the_documentation_has_every_variable_and_no_other():
    assert {"SECRET_KEY", "DATABASE_URL", "MAILLAGE_VAR_DIR"} <= variables_read()
    assert variables_read() == variables_documented()


def test_the_environment_is_read_in_one_place():
    asking = re.compile(r"os\.environ(?!\.setdefault|\.copy)|\bgetenv\b")
    allowed = {ROOT / "community" / "settings" / "environment.py"}
    packages = [path for path in sources() if not path.is_relative_to(ROOT / "tests")]
    readers = {path for path in packages if asking.search(path.read_text())}
    assert readers == allowed


@pytest.mark.parametrize("name", sorted(COMPLETE))
def test_production_names_the_mandatory_variable_that_is_missing(production, name):
    with pytest.raises(ImproperlyConfigured, match=rf"^{name} is not set: see the table"):
        production(**{name: ""})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "a" * 60),
        ("SECRET_KEY", "django-insecure-" + COMPLETE["SECRET_KEY"]),
        ("MAILLAGE_HOSTS", "*"),
        ("MAILLAGE_HOSTS", "https://www.example.org"),
        ("MAILLAGE_HOSTS", "www.example.org:443"),
        ("MAILLAGE_BASE_URL", "http://www.example.org"),
        ("MAILLAGE_BASE_URL", "https://www.example.org/site"),
        ("MAILLAGE_BASE_URL", "https://"),
        ("DATABASE_URL", "mysql://host/name"),
        ("DATABASE_URL", "postgres://host:port/name"),
        ("DATABASE_URL", "postgres://host"),
        ("DATABASE_URL", "nonsense"),
        ("MAILLAGE_TRUST_PROXY", "perhaps"),
        ("MAILLAGE_HSTS_SECONDS", "-1"),
    ],
)
def test_production_refuses_a_wrong_value_in_one_sentence(production, name, value):
    with pytest.raises(ImproperlyConfigured) as caught:
        production(**{name: value})
    assert str(caught.value).startswith(name)
    assert "\n" not in str(caught.value)


def test_production_is_strict_by_default(production):
    settings = production()
    assert settings["DEBUG"] is False
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SECURE_HSTS_SECONDS"] == 31_536_000
    assert settings["SESSION_COOKIE_SECURE"] is settings["CSRF_COOKIE_SECURE"] is True
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://www.example.org"]
    assert settings["DEFAULT_FROM_EMAIL"] == "no-reply@www.example.org"
    assert "SECURE_PROXY_SSL_HEADER" not in settings
    assert settings["SERVE_MEDIA"] is False


def test_production_believes_the_proxy_when_told(production):
    settings = production(MAILLAGE_TRUST_PROXY="1")
    assert settings["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_a_wrong_start_prints_one_sentence_and_no_traceback():
    for command in (["manage.py", "check"], ["-m", "gunicorn", "--check-config", "community.wsgi"]):
        done = subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env={"DJANGO_SETTINGS_MODULE": "community.settings.production"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode != 0
        assert "SECRET_KEY is not set" in done.stderr
        assert "Traceback" not in done.stderr, done.stderr


def test_production_passes_the_deployment_checks(tmp_path):
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "INFO"],
        cwd=ROOT,
        env=COMPLETE
        | {
            "DJANGO_SETTINGS_MODULE": "community.settings.production",
            "MAILLAGE_VAR_DIR": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("word", ["1", "true", "YES", "on"])
def test_words_of_yes(monkeypatch, word):
    monkeypatch.setenv("COMMUNITY_SAFE_MODE", word)
    assert env.flag("COMMUNITY_SAFE_MODE") is True


def test_lists_are_read_without_blanks(monkeypatch):
    monkeypatch.setenv("COMMUNITY_PLUGINS_EXCLUDE", " defis ,, home,")
    assert env.words("COMMUNITY_PLUGINS_EXCLUDE") == ["defis", "home"]


def test_sqlite_is_opened_so_that_writers_queue(monkeypatch):
    config = services.databases("sqlite:////tmp/site.sqlite3")["default"]
    assert config["NAME"] == "/tmp/site.sqlite3"
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in config["OPTIONS"]["init_command"]


def test_postgresql_keeps_connections_unless_a_pool_does(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://user:p%40ss@db:5433/name?sslmode=require")
    config = services.databases()["default"]
    assert (config["PASSWORD"], config["PORT"], config["CONN_MAX_AGE"]) == ("p@ss", 5433, 60)
    assert config["OPTIONS"] == {"connect_timeout": 5, "sslmode": "require"}

    monkeypatch.setenv("DATABASE_URL", "postgres://db/name?pool=true")
    config = services.databases()["default"]
    assert (config["OPTIONS"]["pool"], config["CONN_MAX_AGE"]) == (True, 0)


def test_the_cache_is_shared_between_processes(monkeypatch, tmp_path):
    assert services.caches(tmp_path)["default"]["LOCATION"] == str(tmp_path / "cache")
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:6379/0")
    assert services.caches()["default"]["BACKEND"].endswith("RedisCache")
    monkeypatch.setenv("REDIS_URL", "memcached://127.0.0.1")
    with pytest.raises(ImproperlyConfigured, match=r"^REDIS_URL must be an address"):
        services.caches()


@pytest.mark.parametrize(
    ("address", "port", "ssl", "tls"),
    [
        ("smtp://mail.example.org", 587, False, True),
        ("smtps://mail.example.org", 465, True, False),
        ("smtp://localhost?tls=no", 25, False, False),
        ("smtp://mail.example.org:2525", 2525, False, True),
    ],
)
def test_mail_is_encrypted_unless_told_otherwise(monkeypatch, address, port, ssl, tls):
    monkeypatch.setenv("EMAIL_URL", address)
    mail = services.email()
    assert (mail["EMAIL_PORT"], mail["EMAIL_USE_SSL"], mail["EMAIL_USE_TLS"]) == (port, ssl, tls)


def test_the_password_of_the_mail_server_may_hold_any_character(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp://me%40example.org:p%3Aw%2F@mail.example.org")
    mail = services.email()
    assert (mail["EMAIL_HOST_USER"], mail["EMAIL_HOST_PASSWORD"]) == ("me@example.org", "p:w/")


@pytest.mark.parametrize("address", ["smtp://", "mail.example.org", "smtp://host:port"])
def test_a_wrong_mail_address_is_refused_without_repeating_it(monkeypatch, address):
    monkeypatch.setenv("EMAIL_URL", address)
    with pytest.raises(ImproperlyConfigured, match=r"^EMAIL_URL must ") as caught:
        services.email()
    assert "example" not in str(caught.value)


def test_the_languages_of_the_site(monkeypatch):
    assert [code for code, _name in languages.languages()] == ["fr", "en"]
    monkeypatch.setenv("MAILLAGE_LANGUAGES", "fr, EN, ro")
    assert [code for code, _name in languages.languages()] == ["fr", "en", "ro"]
    for wrong in ("fr,klingon", "fr,../etc", "en,ro", "fr,en,fr"):
        monkeypatch.setenv("MAILLAGE_LANGUAGES", wrong)
        with pytest.raises(ImproperlyConfigured, match=r"^MAILLAGE_LANGUAGES must list"):
            languages.languages()


@pytest.mark.parametrize(
    ("address", "name", "options"),
    [
        ("deepl://k%2Fey@api.deepl.com", "DeepL", {"AUTH_KEY": "k/ey"}),
        ("deepl://key:fx@api-free.deepl.com", "DeepL", {"AUTH_KEY": "key:fx"}),
        (
            "libretranslate://key@lt.example.org/here/",
            "LibreTranslate",
            {"LIBRETRANSLATE_URL": "https://lt.example.org/here", "API_KEY": "key"},
        ),
        (
            "libretranslate://127.0.0.1:5000?tls=no",
            "LibreTranslate",
            {"LIBRETRANSLATE_URL": "http://127.0.0.1:5000", "API_KEY": ""},
        ),
    ],
)
def test_a_machine_translates_when_it_is_named(monkeypatch, address, name, options):
    assert languages.machine_translator() is None
    monkeypatch.setenv("MACHINE_TRANSLATION_URL", address)
    setting = languages.machine_translator()
    assert setting["CLASS"].endswith(f".{name}")
    assert options.items() <= setting["OPTIONS"].items()


@pytest.mark.parametrize(
    "address",
    [
        "deepl://api.deepl.com",
        "deepl://secret:fx@api.deepl.com",
        "deepl://secret@elsewhere.example",
        "libretranslate://",
        "https://secret@api.deepl.com",
        "secret",
    ],
)
def test_a_wrong_translator_is_refused_without_repeating_its_key(monkeypatch, address):
    monkeypatch.setenv("MACHINE_TRANSLATION_URL", address)
    with pytest.raises(ImproperlyConfigured, match=r"^MACHINE_TRANSLATION_URL must ") as caught:
        languages.machine_translator()
    assert "secret" not in str(caught.value)


def test_uploads_in_s3(monkeypatch):
    monkeypatch.setattr(services, "find_spec", lambda module: object())
    monkeypatch.setenv(
        "MEDIA_STORAGE_URL",
        "s3://bucket/site?endpoint=https://s3.example.org&region=fr&public=https://media.example.org",
    )
    options = services.media_storage()["OPTIONS"]
    assert (options["bucket_name"], options["location"]) == ("bucket", "site")
    assert (options["endpoint_url"], options["region_name"]) == ("https://s3.example.org", "fr")
    assert (options["custom_domain"], options["querystring_auth"]) == ("media.example.org", False)
    assert services.public_media_origin() == "https://media.example.org"


def test_signed_addresses_in_s3_without_a_public_host(monkeypatch):
    monkeypatch.setattr(services, "find_spec", lambda module: object())
    monkeypatch.setenv("MEDIA_STORAGE_URL", "s3://bucket?endpoint=https://s3.example.org")
    options = services.media_storage()["OPTIONS"]
    assert (options["custom_domain"], options["querystring_auth"]) == (None, True)


def test_a_service_whose_library_is_missing_says_what_to_install(monkeypatch):
    monkeypatch.setattr(services, "find_spec", lambda module: None)
    monkeypatch.setenv("MEDIA_STORAGE_URL", "s3://bucket?endpoint=https://s3.example.org")
    with pytest.raises(ImproperlyConfigured, match=r"pip install -r requirements-s3\.txt"):
        services.media_storage()
    monkeypatch.setenv("SEARCH_URL", "opensearch3://localhost:9200")
    with pytest.raises(ImproperlyConfigured, match=r"pip install 'opensearch-py>=3,<4'"):
        services.search_backends()


def test_a_search_server_stands_beside_the_search_of_the_site(monkeypatch):
    monkeypatch.setattr(services, "find_spec", lambda module: object())
    ours = {"default": {"BACKEND": "community.search.backend"}}
    assert services.search_backends() == ours
    monkeypatch.setenv("SEARCH_URL", "opensearch3://me:word@search.example.org:9200?prefix=a_")
    backends = services.search_backends()
    server = backends.pop("server")
    assert backends == ours
    assert server["BACKEND"] == "modelsearch.backends.opensearch3"
    assert server["URLS"] == ["https://me:word@search.example.org:9200"]
    assert server["INDEX_PREFIX"] == "a_"
    monkeypatch.setenv("SEARCH_URL", "elasticsearch9://localhost:9200?tls=no")
    assert services.search_backends()["server"]["URLS"] == ["http://localhost:9200"]


@pytest.mark.parametrize("address", ["s3://host", "opensearch3://", "opensearch3://a:b%40@host"])
def test_a_wrong_search_server_is_refused_without_repeating_it(monkeypatch, address):
    monkeypatch.setenv("SEARCH_URL", address)
    with pytest.raises(ImproperlyConfigured, match=r"^SEARCH_URL must ") as caught:
        services.search_backends()
    assert "a:b" not in str(caught.value)


def test_the_key_of_the_demo_is_made_once_and_private(tmp_path):
    first = secret_key(tmp_path / "var")
    assert len(first) >= 50
    assert secret_key(tmp_path / "var") == first
    assert (tmp_path / "var" / "secret-key").stat().st_mode & 0o777 == 0o600
