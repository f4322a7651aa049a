"""A PostgreSQL database for one session of the browser tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import dj_database_url
import psycopg
from psycopg import sql


@contextmanager
def scratch_database(address: str, suffix: str) -> Iterator[str]:
    """Make the database of ``address`` with ``suffix`` in its name; yield its address; drop it."""
    parts = urlsplit(address)
    config = dj_database_url.parse(address)
    name = f"{config['NAME']}{suffix}"
    maintenance = {
        "host": config["HOST"] or None,
        "port": config["PORT"] or None,
        "user": config["USER"] or None,
        "password": config["PASSWORD"] or None,
        "dbname": "postgres",
    }
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    with psycopg.connect(**maintenance, autocommit=True) as connection:
        # An earlier session that was killed left its own behind.
        connection.execute(drop)
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield parts._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(drop)
