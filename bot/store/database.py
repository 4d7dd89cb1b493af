"""The database that the settings name, with its tables up to date."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import URL, Connection

from bot.settings import BotSettings
from bot.store.engine import make_engine, make_file, parsed, sqlite_file
from bot.store.failures import told_as_unavailable
from bot.store.migrate import bring_up_to_date


class Database:
    """Hands out connections. Safe to use from many threads at once.

    An SQLite file that is moved away or replaced while the program runs is noticed: what was
    written to the old one would be lost without a word.
    """

    def __init__(self, settings: BotSettings) -> None:
        named = settings.database_url
        default = URL.create("sqlite", database=str(settings.default_database))
        url = parsed(named.get_secret_value()) if named else default
        self._engine = make_engine(url)
        self._file = sqlite_file(url)
        self._opened: tuple[int, int] | None = None
        self._opening = Lock()

    def open(self, *, create: bool) -> None:
        """Make the tables or bring them up to date; ``create`` false: no new SQLite file.

        Raises StoreUnavailable and NewerStore.
        """
        with told_as_unavailable(), ExitStack() as failed:
            failed.callback(self.close)
            self._prepare(create=create)
            failed.pop_all()

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A connection on which every statement is a transaction. Raises StoreUnavailable."""
        with told_as_unavailable():
            self._follow()
            with self._engine.connect() as connection:
                yield connection

    def _follow(self) -> None:
        if self._file is None or _identity(self._file) == self._opened:
            return
        with self._opening:
            if _identity(self._file) != self._opened:
                self._engine.dispose()
                self._prepare(create=True)

    def _prepare(self, *, create: bool) -> None:
        if self._file is not None and create:
            make_file(self._file)
        elif self._file is not None:
            self._file.stat()
        bring_up_to_date(self._engine)
        self._opened = _identity(self._file) if self._file else None


def _identity(file: Path) -> tuple[int, int] | None:
    """Device and number of the file; None when there is none."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
