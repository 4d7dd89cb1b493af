"""What can go wrong with the store.

AnsvarslotsError
├── StoreUnavailable
│   └── NewerStore
└── UnusableKey

ValueError
└── Unmasked
"""

# ruff: noqa: N818 - the names say what was found
from corpus.errors import AnsvarslotsError, Worded


class StoreUnavailable(AnsvarslotsError):
    """The database could not be read or written. ``reason`` is in both languages and never
    holds anything of a question."""

    swedish = (
        "Databasen för frågor och omdömen går inte att använda ({reason}). Frågor besvaras ändå. "
        "Kontrollera ANSVARSLOTS_DATABASE_URL, rättigheter och diskutrymme."
    )
    english = (
        "The database for questions and feedback cannot be used ({reason}). Questions are "
        "answered all the same. Check ANSVARSLOTS_DATABASE_URL, permissions and disk space."
    )

    def __init__(self, *, reason: Worded) -> None:
        super().__init__(reason=reason)


class NewerStore(StoreUnavailable):
    """A newer version of the program has changed the database."""

    swedish = (
        "Databasen för frågor och omdömen är gjord av en nyare version av programmet ({reason}). "
        "Installera den versionen, eller ange en annan databas i ANSVARSLOTS_DATABASE_URL."
    )
    english = (
        "The database for questions and feedback was made by a newer version of the program "
        "({reason}). Install that version, or name another database in "
        "ANSVARSLOTS_DATABASE_URL."
    )


class UnusableKey(AnsvarslotsError):
    """The file with the key cannot be used. ``file`` is where it lies."""

    swedish = (
        "Nyckeln i {file} går inte att använda ({reason}). Rätta filens rättigheter, ta bort "
        "filen så att en ny nyckel görs, eller sätt ANSVARSLOTS_HASH_KEY."
    )
    english = (
        "The key in {file} cannot be used ({reason}). Mend the file's permissions, remove the "
        "file so that a new key is made, or set ANSVARSLOTS_HASH_KEY."
    )


class Unmasked(ValueError):
    """A text that still holds a personal identity number was to be stored: a fault of ours.
    The message holds nothing of the text."""

    def __init__(self) -> None:
        super().__init__("a text with a personal identity number is not stored; mask it first")
