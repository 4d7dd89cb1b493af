"""The tables, brought up to the version that this program knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from bot.store.errors import NewerStore

MIGRATIONS = Path(__file__).parent / "migrations"

_ADVISORY_LOCK = 0x616E737661  # "ansva": any number that no other program takes


def bring_up_to_date(engine: Engine) -> None:
    """Make or change the tables where needed, all in one transaction, under a lock, so that
    processes that start at once do it once.

    Raises NewerStore for a database that a newer program has changed, and SQLAlchemy's errors.
    """
    script = ScriptDirectory(str(MIGRATIONS))
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # Readers and the writer do not wait for each other. It cannot change in a transaction.
            connection.execute(text("PRAGMA journal_mode=WAL"))
        if _is_current(connection, script):
            return
    level = "AUTOCOMMIT" if engine.dialect.name == "sqlite" else "READ COMMITTED"
    with (
        engine.connect().execution_options(isolation_level=level) as connection,
        connection.begin(),
    ):
        _lock(connection)
        if not _is_current(connection, script):
            command.upgrade(_config(connection), "head")


def _config(connection: Connection) -> Config:
    made = Config()
    # A per cent sign in the path would be read as the beginning of a variable.
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def _is_current(connection: Connection, script: ScriptDirectory) -> bool:
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None:
        return False
    known = {one.revision for one in script.walk_revisions()}
    if revision not in known:
        raise NewerStore(reason=revision)
    return revision == script.get_current_head()


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        # The driver begins no transaction of its own; this one takes the writer's lock.
        connection.execute(text("BEGIN IMMEDIATE"))
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
