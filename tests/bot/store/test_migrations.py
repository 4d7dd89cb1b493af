"""Tables that are made, changed, left alone or refused."""

import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from bot.settings import BotSettings
from bot.store import NewerStore, Store
from bot.store import migrate as migrate_module
from bot.store.engine import make_engine, parsed
from bot.store.migrate import MIGRATIONS
from bot.store.tables import Table
from tests.bot.store.rows import NOON, has, remember

ROOT = Path(__file__).parents[3]


def engine_of(settings: BotSettings):
    named = settings.database_url
    return make_engine(
        parsed(named.get_secret_value() if named else f"sqlite:///{settings.default_database}")
    )


def open_and_close(settings: BotSettings) -> None:
    Store.open(settings).close()


@pytest.fixture
def next_version(monkeypatch, tmp_path):
    """Make the program one version newer: ``next_version(body of upgrade)``."""

    def make(body: str) -> None:
        folder = tmp_path / "migrations 100 %"
        shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        lines = ["import time", "import sqlalchemy as sa", "from alembic import op"]
        lines += ['revision = "0002"', 'down_revision = "0001"', "def upgrade():"]
        lines += [f"    {line}" for line in body.splitlines()]
        (folder / "versions" / "0002_next.py").write_text("\n".join(lines), encoding="utf-8")
        monkeypatch.setattr(migrate_module, "MIGRATIONS", folder)

    return make


def test_the_migrations_make_the_tables_that_the_code_reads(settings):
    open_and_close(settings)
    engine = engine_of(settings)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []
    engine.dispose()


def test_a_database_that_is_up_to_date_is_left_as_it_is(settings):
    store = Store.open(settings)
    remember(store)
    store.close()
    again = Store.open(settings)
    assert has(again, "a")
    again.close()


def test_an_older_database_is_brought_up_to_date_with_what_it_holds(settings, next_version):
    store = Store.open(settings)
    remember(store)
    store.close()
    next_version('op.add_column("answers", sa.Column("new", sa.Text(), server_default="x"))')
    newer = Store.open(settings)
    assert has(newer, "a")
    newer.close()
    engine = engine_of(settings)
    with engine.connect() as connection:
        assert connection.scalars(text("SELECT new FROM answers")).all() == ["x"]
    engine.dispose()


def test_the_database_of_a_newer_program_is_refused_and_left_alone(
    settings, next_version, monkeypatch
):
    next_version('op.create_table("more", sa.Column("id", sa.Integer()))')
    open_and_close(settings)
    monkeypatch.setattr(migrate_module, "MIGRATIONS", MIGRATIONS)
    with pytest.raises(NewerStore) as refused:
        Store.open(settings)
    assert "nyare version av programmet (0002)" in refused.value.text("sv")
    assert "Install that version" in refused.value.text("en")
    engine = engine_of(settings)
    assert "more" in inspect(engine).get_table_names()
    engine.dispose()


def test_a_migration_that_fails_half_way_changes_nothing(settings, next_version):
    open_and_close(settings)
    next_version(
        'op.create_table("half", sa.Column("id", sa.Integer()))\nraise RuntimeError("broken")'
    )
    with pytest.raises(RuntimeError, match="broken"):
        Store.open(settings)
    engine = engine_of(settings)
    assert "half" not in inspect(engine).get_table_names()
    engine.dispose()


def test_a_program_that_is_killed_while_it_migrates_leaves_the_old_tables(
    settings, next_version, tmp_path, monkeypatch
):
    store = Store.open(settings)
    remember(store)
    store.close()
    flag = tmp_path / "half way"
    next_version(
        'op.create_table("half", sa.Column("id", sa.Integer()))\n'
        f"open({str(flag)!r}, 'w').close()\ntime.sleep(60)"
    )
    with process(settings, migrations=migrate_module.MIGRATIONS) as started:
        wait_for(flag)
        started.kill()
    monkeypatch.setattr(migrate_module, "MIGRATIONS", MIGRATIONS)
    again = Store.open(settings)
    assert has(again, "a")
    remember(again, "b")
    again.close()
    engine = engine_of(settings)
    assert "half" not in inspect(engine).get_table_names()
    engine.dispose()


def test_processes_that_start_at_once_make_the_tables_once(settings):
    with ThreadPoolExecutor(4) as pool:
        started = list(pool.map(lambda _: process(settings), range(4)))
    assert [each.communicate(timeout=60)[1] for each in started] == [b""] * 4
    assert [each.returncode for each in started] == [0] * 4


def test_threads_that_start_at_once_make_the_tables_once(settings):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: open_and_close(settings), range(8)))
    store = Store.open(settings)
    remember(store)
    assert store.earlier("t1", NOON, 1) != []
    store.close()


def process(settings: BotSettings, migrations: Path = MIGRATIONS) -> subprocess.Popen[bytes]:
    """Another process that opens the store."""
    url = settings.database_url
    address = repr(url.get_secret_value()) if url else None
    code = f"""
from pathlib import Path
from bot.settings import BotSettings
from bot.store import Store, migrate
migrate.MIGRATIONS = Path({str(migrations)!r})
Store.open(BotSettings(data=Path({str(settings.data)!r}), database_url={address})).close()
"""
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def wait_for(file: Path) -> None:
    end = time.monotonic() + 30
    while not file.exists():
        assert time.monotonic() < end, "the other process did not come so far"
        time.sleep(0.02)
