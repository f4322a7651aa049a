"""Databases of the tests, next to the one that ``DATABASE_URL`` names on a PostgreSQL server."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import dj_database_url

Config = Mapping[str, Any]


@contextmanager
def scratch_database(address: str, suffix: str) -> Iterator[str]:
    """Make the database of ``address`` with ``suffix`` in its name; yield its address; drop it."""
    config = dj_database_url.parse(address)
    name = f"{config['NAME']}{suffix}"
    create(config, name)
    try:
        yield urlsplit(address)._replace(path=f"/{name}").geturl()
    finally:
        drop(config, name)


def exists(config: Config, name: str) -> bool:
    """Return whether there is a database called ``name``."""
    with _server(config) as server:
        found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return found.fetchone() is not None


def create(config: Config, name: str, template: str = "") -> None:
    """Make the database ``name``, empty or like ``template``, in place of one left behind."""
    from psycopg import sql

    drop(config, name)
    command = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
    if template:
        command += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
    with _server(config) as server:
        server.execute(command)


def drop(config: Config, name: str = "", *, like: str = "") -> None:
    """Drop the database ``name``, or every one whose name begins with ``like``."""
    from psycopg import sql

    with _server(config) as server:
        names = [name] if name else _beginning_with(server, like)
        for one in names:
            drop_one = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            server.execute(drop_one.format(sql.Identifier(one)))


def _beginning_with(server: Any, start: str) -> list[str]:
    found = server.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [start]
    )
    return [row[0] for row in found]


@contextmanager
def _server(config: Config) -> Iterator[Any]:
    """Connect to the server itself; the driver is there only on a machine that uses it."""
    import psycopg

    with psycopg.connect(
        host=config["HOST"] or None,
        port=config["PORT"] or None,
        user=config["USER"] or None,
        password=config["PASSWORD"] or None,
        dbname="postgres",
        autocommit=True,
    ) as server:
        yield server
