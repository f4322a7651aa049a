"""The real site, served by gunicorn on loopback with a database and files of its own."""

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from community.settings import environment as env
from tests.kept import digest, kept
from tests.postgres import scratch_database
from tests.prepared import copy_demonstration

SOURCES = ("community", "defis", "demo", "events", "home", "methods")
# What the shell of whoever runs the tests has set must not decide what is served.
OURS = ("COMMUNITY_", "MAILLAGE_", "DJANGO_", "DATABASE_URL", "REDIS_URL", "MEDIA_STORAGE_URL")
PATIENCE = 60


@dataclass(frozen=True)
class Account:
    """With what somebody signs in."""

    address: str
    password: str


@dataclass(frozen=True)
class Served:
    """A site that answers at ``url``; ``examples`` has a (path, number) for each kind of page.

    ``variables`` are those of a process that works on the same site.
    """

    url: str
    folder: Path
    log: Path
    examples: dict[str, tuple[str, int]]
    accounts: dict[str, Account]
    variables: dict[str, str]

    def path(self, kind: str) -> str:
        """Return the public path of the example of a page type, or of one of our private pages."""
        return self.examples[kind][0]

    def edit_path(self, kind: str) -> str:
        """Return the path at which editors change that page."""
        return f"/admin/pages/{self.examples[kind][1]}/edit/"


@contextmanager
def serve(folder: Path, suffix: str) -> Iterator[Served]:
    """Serve the demonstration from ``folder`` until the block ends.

    On SQLite the filled database is a copy of one kept in ``var/test``. When ``DATABASE_URL``
    names PostgreSQL a database of its own, told apart by ``suffix``, is made next to that one and
    dropped at the end.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    address = env.text("DATABASE_URL", "")
    if address.startswith("postgres"):
        with scratch_database(address, f"_browser_{suffix}") as own:
            variables = environment(folder, url, DATABASE_URL=own)
            fill(folder, variables)
            yield from _serve(folder, port, variables)
    else:
        site = kept("browser-site", site_digest(), fill_copy)
        shutil.copytree(site, folder, dirs_exist_ok=True)
        set_port(folder / "maillage.sqlite3", port)
        yield from _serve(folder, port, environment(folder, url))


def _serve(folder: Path, port: int, variables: dict[str, str]) -> Iterator[Served]:
    (folder / "static").symlink_to(kept("browser-static", static_digest(), collect_static))
    log = folder / "server.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "community.wsgi"],
            cwd=env.BASE_DIR,
            env={**variables, "MAILLAGE_BIND": f"127.0.0.1:{port}"},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        url = variables["MAILLAGE_BASE_URL"]
        wait_for(f"{url}/healthz", process, log)
        examples = json.loads((folder / "pages.json").read_text(encoding="utf-8"))
        accounts = read_accounts(folder / "demo-accounts.txt")
        yield Served(url, folder, log, examples, accounts, variables)
    finally:
        stop(process)


def environment(folder: Path, url: str, **more: str) -> dict[str, str]:
    """Return the variables of a process that works on the site in ``folder``."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return {
        **inherited,
        "DJANGO_SETTINGS_MODULE": "community.settings.dev",
        "MAILLAGE_VAR_DIR": str(folder),
        "MAILLAGE_BASE_URL": url,
        **more,
    }


def fill_copy(folder: Path) -> None:
    """Fill ``folder`` from the demonstration that the other tests stand on."""
    copy_demonstration(folder / "maillage.sqlite3", folder / "media")
    fill(folder)


def fill(folder: Path, variables: dict[str, str] | None = None) -> None:
    """Make the database in ``folder`` (or in ``DATABASE_URL``), the pictures and the accounts."""
    run(["-m", "tests.browser.fill_site", str(folder)], variables or environment(folder, LOCAL))
    # Caches would tell the served site what was true of this process.
    shutil.rmtree(folder / "cache", ignore_errors=True)


def collect_static(folder: Path) -> None:
    """Collect the static files into ``folder`` as the served site wants them."""
    run(
        ["manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        environment(folder, LOCAL),
    )
    for path in (folder / "static").iterdir():
        path.rename(folder / path.name)
    (folder / "static").rmdir()


LOCAL = "http://127.0.0.1:8000"


def run(arguments: list[str], variables: dict[str, str]) -> None:
    """Run Python at the root of the project; its output is the message when it fails."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=env.BASE_DIR,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{arguments} failed:\n{done.stdout}\n{done.stderr}")


def site_digest() -> str:
    """Return a digest of the code and data that the filled database is made of."""
    files = [env.BASE_DIR / "requirements.txt", Path(__file__).with_name("fill_site.py")]
    files += (env.BASE_DIR / "tests").glob("page_types.py")
    for name in SOURCES:
        for kind in ("*.py", "*.toml"):
            files += (env.BASE_DIR / name).rglob(kind)
    return digest(files, sqlite3.sqlite_version)


def static_digest() -> str:
    """Return a digest of the static files: ours, and those of the packages installed."""
    files = [path for path in (env.BASE_DIR / "static").rglob("*") if path.is_file()]
    return digest([*files, env.BASE_DIR / "requirements.txt"])


def set_port(database: Path, port: int) -> None:
    """Give the site the port at which it is served: absolute addresses are made of it."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE wagtailcore_site SET port = ?", (port,))


def read_accounts(file: Path) -> dict[str, Account]:
    """Return the accounts of the demonstration by role."""
    rows = (line.split() for line in file.read_text(encoding="utf-8").splitlines())
    return {role: Account(address, password) for role, address, password in rows}


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return once ``url`` answers; raise ``RuntimeError`` with the log when it does not."""
    assert urlsplit(url).hostname == "127.0.0.1"
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(url, timeout=5):  # noqa: S310 - our own address, checked above
                return
        except (URLError, OSError):
            time.sleep(0.2)
    stop(process)
    raise RuntimeError(f"The site did not start:\n{log.read_text(encoding='utf-8')}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the server without waiting for connections that browsers keep open."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
