"""A store of each kind."""

import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from bot.settings import BotSettings
from bot.store import Store
from tests.bot.store.server import Server, programs, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed (on Debian: apt-get install postgresql)")
    with running(found) as started:
        yield started


@pytest.fixture
def postgresql(server: Server) -> Server:
    """The server with an empty database."""
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return server


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> BotSettings:
    """Settings that name an empty database."""
    if request.param == "sqlite":
        return BotSettings(data=tmp_path)
    return BotSettings(data=tmp_path, database_url=request.getfixturevalue("postgresql").url())


@pytest.fixture
def store(settings: BotSettings) -> Iterator[Store]:
    opened = Store.open(settings)
    yield opened
    opened.close()


@pytest.fixture
def silent_server() -> Iterator[Path]:
    """The folder of a socket whose owner takes calls and says nothing."""
    folder = Path(tempfile.mkdtemp(prefix="ansvar-", dir="/tmp"))
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / ".s.PGSQL.5432"))
        listening.listen()
        yield folder
    shutil.rmtree(folder)
