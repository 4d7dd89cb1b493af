"""SQLite that is locked, full, read-only, damaged, moved or killed."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.settings import BotSettings
from bot.store import Store, StoreUnavailable
from bot.store import database as database_module
from tests.bot.store.rows import NOON, has, minutes, remember

ROOT = Path(__file__).parents[3]


@pytest.fixture
def settings(tmp_path) -> BotSettings:
    return BotSettings(data=tmp_path)


@pytest.fixture
def file(settings) -> Path:
    return settings.default_database


@contextmanager
def unavailable(swedish: str, english: str):
    """The block fails within two seconds, for this reason."""
    begun = time.monotonic()
    with pytest.raises(StoreUnavailable) as failed:
        yield
    assert time.monotonic() - begun < 2
    assert f"({swedish})" in failed.value.text("sv")
    assert f"({english})" in failed.value.text("en")


def test_a_locked_database_fails_in_time_and_can_be_read_and_used_afterwards(store, file):
    remember(store)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with unavailable("den är låst av någon annan", "somebody else has locked it"):
            remember(store, "b")
        with unavailable("den är låst av någon annan", "somebody else has locked it"):
            store.writable()
        assert store.earlier("t1", NOON, 1) != []
        other.execute("ROLLBACK")
    assert store.writable()
    remember(store, "b")
    assert has(store, "b")


def test_a_database_that_is_locked_at_the_start_fails_in_time(file, settings):
    file.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with unavailable("den är låst av någon annan", "somebody else has locked it"):
            Store.open(settings)
        other.execute("ROLLBACK")
    Store.open(settings).close()


def test_a_full_database_keeps_what_it_has_and_goes_on_when_there_is_room(
    settings, monkeypatch, file
):
    made = database_module.make_engine
    engines = []
    pages = [20]

    def make_engine(url):
        engine = made(url)
        engines.append(engine)
        event.listen(engine, "connect", lambda c, _: c.execute(f"PRAGMA max_page_count={pages[0]}"))
        return engine

    monkeypatch.setattr(database_module, "make_engine", make_engine)
    store = Store.open(settings)
    remember(store)
    with unavailable("disken är full", "the disk is full"):
        remember(store, "big", question="å" * 100_000)
    assert [has(store, "a"), has(store, "big")] == [True, False]
    pages[0] = 10_000
    engines[0].dispose()
    remember(store, "big", question="å" * 100_000)
    assert has(store, "big")
    store.close()


def test_a_disk_that_takes_no_more_is_told_and_nothing_is_damaged(store, settings, file):
    remember(store)
    code = f"""
import resource, signal
from pathlib import Path
from bot.settings import BotSettings
from bot.store import Store, StoreUnavailable
from tests.bot.store.rows import has, remember
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(BotSettings(data=Path({str(settings.data)!r})))
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
try:
    for number in range(1000):
        remember(store, f"x{{number}}", question="å" * 1000)
except StoreUnavailable as error:
    print(number, has(store, "a"), error.text("en"))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    kept, readable, told = done.stdout.split(maxsplit=2)
    assert (readable, int(kept) > 0) == ("True", True)
    assert "cannot be used (the disk does not answer as it should)" in told
    assert has(store, "a")
    assert [has(store, f"x{int(kept) - 1}"), has(store, f"x{kept}")] == [True, False]
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def without_rights(code: str, *arguments: Path) -> str:
    """What the code prints when not even root may pass over a file's permissions."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("setpriv is not installed (on Debian: apt-get install util-linux)")
        command = ["setpriv", "--inh-caps=-all", "--bounding-set=-all", *command]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    return done.stdout


OPENING = """
import sys
from pathlib import Path
from bot.settings import BotSettings
from bot.store import Store, StoreUnavailable
from tests.bot.store.rows import has, remember
try:
    store = Store.open(BotSettings(data=Path(sys.argv[1])))
    print(has(store, "a"))
    try:
        store.writable()
    except StoreUnavailable as error:
        print(error.text("en"))
    remember(store, "b")
except StoreUnavailable as error:
    print(error.text("en"))
"""


def test_a_folder_that_cannot_be_written_is_told(settings, tmp_path):
    tmp_path.chmod(0o500)
    assert "(you lack permission)" in without_rights(OPENING, tmp_path)
    tmp_path.chmod(0o700)


def test_a_database_that_cannot_be_written_can_still_be_read_and_is_told(store, file, tmp_path):
    remember(store)
    store.close()
    file.chmod(0o400)
    said = without_rights(OPENING, tmp_path)
    assert said.startswith("True\n")
    assert said.count("(it is read-only)") == 2


@pytest.mark.parametrize("content", [b"this is no database, but it is long enough to be one" * 99])
def test_a_file_that_is_no_database_is_told_and_left_alone(settings, file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    with unavailable(
        "filen är skadad eller ingen SQLite-databas", "the file is damaged or no SQLite database"
    ):
        Store.open(settings)
    assert file.read_bytes() == content


def test_the_database_of_another_program_is_told_and_left_alone(settings, file):
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE answers (x)")
    with unavailable("tabellerna är inte programmets egna", "the tables are not the program's own"):
        Store.open(settings)
    with closing(sqlite3.connect(file)) as other:
        tables = other.execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("answers",)]


def test_a_folder_in_the_files_place_is_told(settings, file):
    file.mkdir(parents=True)
    with pytest.raises(StoreUnavailable):
        Store.open(settings)


def test_a_missing_file_is_made_only_when_asked_for(settings, file):
    with unavailable("den finns inte", "it does not exist"):
        Store.open(settings, create=False)
    assert not file.exists()


def test_the_file_is_its_owners_alone(store, file):
    remember(store)
    made = sorted(path.name for path in file.parent.iterdir())
    assert made[0] == "ansvarslotsen.sqlite3"
    for path in file.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_moved_away_is_made_anew(store, file):
    remember(store)
    file.parent.rename(file.parent.with_name("aside"))
    remember(store, "b")
    assert [has(store, "a"), has(store, "b")] == [False, True]


def test_a_file_that_is_put_back_is_the_one_that_is_used(store, file, tmp_path):
    remember(store)
    kept = tmp_path / "kept"
    with closing(sqlite3.connect(file)) as one, closing(sqlite3.connect(kept)) as two:
        one.backup(two)
    remember(store, "b")
    file.parent.rename(tmp_path / "aside")
    file.parent.mkdir()
    kept.rename(file)
    assert [has(store, "a"), has(store, "b")] == [True, False]
    assert store.writable()


def test_what_is_forgotten_is_gone_from_the_disk(store, file):
    remember(store, question="mycket hemligt innehåll", at=NOON - minutes(1))
    remember(store, "b")
    assert store.forget_before(NOON) == 1
    left = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert "hemligt innehåll".encode() not in left
    assert "Vem ansvarar för såromläggning?".encode() in left


def test_what_was_kept_before_the_program_was_killed_is_there(settings, file):
    code = f"""
from pathlib import Path
from bot.settings import BotSettings
from bot.store import Store
from tests.bot.store.rows import has, remember
store = Store.open(BotSettings(data=Path({str(settings.data)!r})))
for number in range(100_000):
    remember(store, str(number))
    print(number, flush=True)
"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as started:
        for line in started.stdout:
            last = int(line)
            if last >= 200:
                break
        started.kill()
    store = Store.open(settings)
    assert all(has(store, str(number)) for number in range(last + 1))
    assert store.writable()
    store.close()
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
