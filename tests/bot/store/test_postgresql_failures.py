"""PostgreSQL that is down, locked, read-only, refused or gone."""

import time
from contextlib import contextmanager

import psycopg
import pytest

from bot.settings import BotSettings
from bot.store import Store, StoreUnavailable
from tests.bot.store.rows import NOON, has, minutes, remember


@pytest.fixture
def settings(tmp_path, postgresql) -> BotSettings:
    return BotSettings(data=tmp_path, database_url=postgresql.url())


@contextmanager
def unavailable(english: str, within: float = 3.0):
    begun = time.monotonic()
    with pytest.raises(StoreUnavailable) as failed:
        yield
    assert time.monotonic() - begun < within
    assert f"({english})" in failed.value.text("en")


def test_a_server_that_is_stopped_is_told_and_found_again_when_it_is_back(store, postgresql):
    remember(store)
    postgresql.stop()
    try:
        with unavailable("the database server cannot be reached"):
            remember(store, "b")
        with unavailable("the database server cannot be reached"):
            store.writable()
    finally:
        postgresql.start()
    assert store.writable()
    remember(store, "b")
    assert [has(store, "a"), has(store, "b")] == [True, True]


def test_a_server_that_is_down_at_the_start_is_told(settings, postgresql):
    postgresql.stop()
    try:
        with unavailable("the database server cannot be reached"):
            Store.open(settings)
    finally:
        postgresql.start()


def test_a_server_that_takes_the_call_and_never_answers_is_told(tmp_path, silent_server):
    settings = BotSettings(data=tmp_path, database_url=f"postgresql://u@/x?host={silent_server}")
    with unavailable("it did not answer in time", within=4):
        Store.open(settings)


def test_a_locked_table_fails_in_time(store, postgresql):
    with psycopg.connect(postgresql.url()) as other:
        other.execute("LOCK TABLE answers IN ACCESS EXCLUSIVE MODE")
        with unavailable("somebody else has locked it", within=2):
            remember(store)
    remember(store)


def test_a_read_only_server_can_be_read_and_is_told(settings, postgresql):
    store = Store.open(settings)
    remember(store)
    store.close()
    read_only = f"{postgresql.url()}&options=-c%20default_transaction_read_only%3Don"
    store = Store.open(BotSettings(data=settings.data, database_url=read_only))
    assert has(store, "a")
    with unavailable("it is read-only"):
        store.writable()
    with unavailable("it is read-only"):
        remember(store, "b")
    store.close()


def test_a_database_that_does_not_exist_is_told(tmp_path, postgresql):
    settings = BotSettings(data=tmp_path, database_url=postgresql.url("saknas"))
    with unavailable("there is no such database"):
        Store.open(settings)


@pytest.mark.parametrize("right", ["USAGE", None])
def test_a_user_without_rights_is_told(store, tmp_path, postgresql, right):
    with psycopg.connect(postgresql.url(), autocommit=True) as other:
        if not other.execute("SELECT 1 FROM pg_roles WHERE rolname = 'nobody'").fetchone():
            other.execute("CREATE ROLE nobody LOGIN")
        if right == "USAGE":
            other.execute("GRANT USAGE ON SCHEMA public TO nobody")
    url = postgresql.url().replace("postgres@", "nobody@")
    with unavailable("the user lacks permission"):
        Store.open(BotSettings(data=tmp_path, database_url=url))


def test_tables_that_somebody_removed_are_told(store, postgresql):
    with psycopg.connect(postgresql.url(), autocommit=True) as other:
        other.execute("DROP TABLE answers CASCADE")
    with unavailable("the tables are not the program's own"):
        remember(store)


def test_a_message_of_the_server_never_repeats_what_was_stored(store, caplog):
    remember(store, question="hemlig fråga")
    with pytest.raises(StoreUnavailable) as failed:
        remember(store, question="hemlig fråga")  # the same id: PostgreSQL repeats the key
    error = failed.value
    assert "hemlig" not in error.text("sv")
    assert error.__suppress_context__
    assert error.__cause__ is None
    assert "hemlig" not in caplog.text


def test_a_long_wait_for_many_rows_is_cut_off(store, postgresql):
    remember(store)
    assert store.forget_before(NOON + minutes(1)) == 1
    with psycopg.connect(postgresql.url(), autocommit=True) as other:
        other.execute(
            "CREATE FUNCTION slow() RETURNS trigger AS "
            "$$ BEGIN PERFORM pg_sleep(30); RETURN NEW; END $$ LANGUAGE plpgsql"
        )
        other.execute("CREATE TRIGGER slow BEFORE INSERT ON answers EXECUTE FUNCTION slow()")
    with unavailable("it did not answer in time"):
        remember(store)
