"""Why the database failed, in words, without anything of what was stored."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from bot.store.errors import StoreUnavailable
from corpus.system_reason import system_reason

Reason = tuple[str, str]

_LOCKED: Reason = ("den är låst av någon annan", "somebody else has locked it")
_FULL: Reason = ("disken är full", "the disk is full")
_READ_ONLY: Reason = ("den går bara att läsa", "it is read-only")
_SLOW: Reason = ("den svarade inte i tid", "it did not answer in time")
_CANNOT_OPEN: Reason = (
    "filen går inte att öppna eller mappen saknar skrivrätt",
    "the file cannot be opened or its folder cannot be written",
)
_DAMAGED: Reason = (
    "filen är skadad eller ingen SQLite-databas",
    "the file is damaged or no SQLite database",
)
_OTHER_TABLES: Reason = (
    "tabellerna är inte programmets egna",
    "the tables are not the program's own",
)
_REFUSED: Reason = ("användarnamn eller lösenord godtas inte", "user name or password is refused")
_NOT_ALLOWED: Reason = ("användaren saknar behörighet", "the user lacks permission")
_NO_DATABASE: Reason = ("det finns ingen databas med det namnet", "there is no such database")
_BUSY: Reason = ("den har för många anslutningar", "it has too many connections")
_NO_CONTACT: Reason = (
    "databasservern går inte att nå",
    "the database server cannot be reached",
)

# Primary result codes, the low byte of SQLite's extended ones (https://sqlite.org/rescode.html).
_SQLITE = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
    sqlite3.SQLITE_PERM: _CANNOT_OPEN,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_ERROR: _OTHER_TABLES,
    sqlite3.SQLITE_IOERR: system_reason(OSError(errno.EIO, "")),
}

# SQLSTATE, the longest beginning that fits.
_POSTGRESQL = {
    "55P03": _LOCKED,
    "57014": _SLOW,
    "53100": _FULL,
    "53300": _BUSY,
    "25006": _READ_ONLY,
    "28": _REFUSED,
    "3D": _NO_DATABASE,
    "42501": _NOT_ALLOWED,
    "3F": _NOT_ALLOWED,  # no schema that the user may use
    "42": _OTHER_TABLES,
    "57P": _NO_CONTACT,
    "08": _NO_CONTACT,
}


@contextmanager
def told_as_unavailable() -> Iterator[None]:
    """Raise StoreUnavailable in place of whatever the database says.

    The original is not chained: PostgreSQL repeats the stored row in some of its messages.
    What the program itself does wrong goes on as it is.
    """
    try:
        yield
    except (DBAPIError, NoConnectionFree) as error:
        raise StoreUnavailable(reason=reason_of(error)) from None
    except OSError as error:
        raise StoreUnavailable(reason=system_reason(error)) from None


def reason_of(error: DBAPIError | NoConnectionFree) -> Reason:
    """The reason in Swedish and in English; a rare one by its kind alone."""
    if isinstance(error, NoConnectionFree):
        return _BUSY
    own = error.orig
    if isinstance(own, sqlite3.Error):
        return _of_sqlite(own)
    if isinstance(own, psycopg.Error):
        return _of_postgresql(own)
    kind = type(own).__name__
    return kind, kind


def _of_sqlite(error: sqlite3.Error) -> Reason:
    code = getattr(error, "sqlite_errorcode", None)  # absent where Python itself complains
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return _SQLITE.get(code & 0xFF, (name, name)) if code is not None else (name, name)


def _of_postgresql(error: psycopg.Error) -> Reason:
    if isinstance(error, psycopg.errors.ConnectionTimeout):
        return _SLOW
    state = error.sqlstate
    if state is None:  # no server said it
        return _refused_at_the_door(error)
    for length in (5, 3, 2):
        if state[:length] in _POSTGRESQL:
            return _POSTGRESQL[state[:length]]
    return f"SQLSTATE {state}", f"SQLSTATE {state}"


def _refused_at_the_door(error: psycopg.Error) -> Reason:
    """While connecting, the library gives no SQLSTATE; the server's words are all there is."""
    said = str(error)
    if "authentication failed" in said or "no pg_hba.conf entry" in said:
        return _REFUSED
    if "database" in said and "does not exist" in said:
        return _NO_DATABASE
    if "too many clients" in said or "remaining connection slots" in said:
        return _BUSY
    return _NO_CONTACT
