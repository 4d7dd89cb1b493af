"""The connection to the database: SQLite in a file, or PostgreSQL.

Every statement is a transaction of its own, so nothing is left half done, and none waits
longer than two seconds for a lock.
"""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url

LOCK_MILLISECONDS = 1_000
STATEMENT_MILLISECONDS = 2_000
CONNECT_SECONDS = 2
POOL_SECONDS = 1.0


def sqlite_file(url: URL) -> Path | None:
    """The file of an SQLite database; None for PostgreSQL."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(url.database)


def parsed(address: str) -> URL:
    """``address`` with the driver that is installed."""
    url = make_url(address)
    kind = url.get_backend_name()
    return url.set(drivername="postgresql+psycopg" if kind == "postgresql" else kind)


def make_engine(url: URL) -> Engine:
    """An engine that has not connected yet."""
    is_sqlite = sqlite_file(url) is not None
    engine = create_engine(
        url,
        # What is stored shall not stand in messages of what went wrong.
        hide_parameters=True,
        isolation_level="AUTOCOMMIT",
        pool_timeout=POOL_SECONDS,
        pool_pre_ping=not is_sqlite,
        connect_args={"timeout": LOCK_MILLISECONDS / 1_000} if is_sqlite else _postgresql(url),
    )
    if is_sqlite:
        event.listen(engine, "connect", _set_up)
    return engine


def _postgresql(url: URL) -> dict[str, Any]:
    """How to connect; what the address itself says goes before."""
    limits = f"-c statement_timeout={STATEMENT_MILLISECONDS} -c lock_timeout={LOCK_MILLISECONDS}"
    own = {
        "connect_timeout": CONNECT_SECONDS,
        "tcp_user_timeout": CONNECT_SECONDS * 1_000,
        "application_name": "ansvarslotsen",
    }
    said = url.query.get("options", "")
    options = f"{limits} {said if isinstance(said, str) else ' '.join(said)}"
    return {name: value for name, value in own.items() if name not in url.query} | {
        "options": options
    }


def make_file(file: Path) -> None:
    """Make an empty database that only its owner may read, unless there is one.

    Raises OSError.
    """
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(file, os.O_CREAT | os.O_RDONLY, 0o600))


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    # What is deleted is overwritten; the log is kept short by SQLite itself.
    for setting in ("foreign_keys=ON", "secure_delete=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {setting}")
