"""What every test stands on: its own database and uploads, strict templates, the browser rule."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.test import override_settings

from community.settings import environment as env
from tests.browsers import chromium
from tests.prepared import prepared_database
from tests.undefined import StrictString

pytest_plugins = ["tests.fixtures", "tests.searchable"]

LOOKS = {"test_axe", "test_layout", "test_visits"}
LEFT_OUT = "browser tests left out: no Chromium (set MAILLAGE_CHROMIUM to its path)"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let somebody who changes a view not wait for the demonstration to be loaded again."""
    parser.addoption(
        "--stale-demo",
        action="store_true",
        help="use the demonstration of an earlier run, whatever code has changed since",
    )


def pytest_configure() -> None:
    """Refuse to start without a browser when one is required."""
    if env.flag("MAILLAGE_REQUIRE_BROWSER") and not chromium():
        raise pytest.UsageError("MAILLAGE_REQUIRE_BROWSER is set and there is no Chromium.")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give the browser tests two processes, or leave them out without a browser.

    Those which only look at each kind of page go together; those which change the site, too. On
    a machine that others use, a browser may be late: each of them gets two more chances, which the
    report tells of.
    """
    browsing = [item for item in items if item.get_closest_marker("browser")]
    if chromium():
        for item in browsing:
            item.add_marker(pytest.mark.flaky(reruns=2))
            looks = item.path.stem in LOOKS
            item.add_marker(pytest.mark.xdist_group("browser_looks" if looks else "browser"))
        return
    items[:] = [item for item in items if item not in browsing]
    config.hook.pytest_deselected(items=browsing)


def pytest_report_header() -> str:
    """Say at the top which browser is used, if any."""
    path = chromium()
    return f"browser: {path}" if path else LEFT_OUT


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say again at the end when the browser tests did not run."""
    if not chromium():
        terminalreporter.write_line(LEFT_OUT, yellow=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
    own_folder: Path,
    request: pytest.FixtureRequest,
) -> Iterator[None]:
    """Start from a copy of the migrated database with the demonstration.

    Every test with a database finds it there. No test may use ``transactional_db``, which would
    empty the database for the tests that follow in the same process.
    """
    folder = tmp_path_factory.mktemp("database")
    with prepared_database(folder, stale=request.config.getoption("--stale-demo")):
        yield


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Keep the database given above; it goes with its folder, or is dropped there."""
    return True


@pytest.fixture(autouse=True, scope="session")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Put uploads and everything under ``var/`` in a folder of this process."""
    folder = tmp_path_factory.mktemp("var")
    with override_settings(VAR_DIR=folder, MEDIA_ROOT=folder / "media"):
        yield folder


@pytest.fixture(autouse=True)
def strict_templates() -> None:
    """Make a template of the project that uses an undefined variable fail.

    For each test: one that overrides settings leaves new template engines behind it.
    """
    engines["django"].engine.string_if_invalid = StrictString(f"{settings.BASE_DIR}/templates/")
