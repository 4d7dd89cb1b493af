"""What of the matrix is asked for: one value, and its form in an address."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Self, TypeVar
from urllib.parse import urlencode

from corpus.clause import DocumentId
from corpus.duty import Phase
from corpus.errors import BadFilter
from corpus.status import Status

LONGEST = 200
"""Characters of one value."""

MOST = 50
"""Values of one kind."""

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixFilter:
    """Everything empty asks for all that answers today.

    Of several values of one kind any one is enough; kinds are joined by *and*. ``party`` holds
    values of ``Column`` and roles in base form, ``topic`` words of the headings, ``find`` words
    that stand anywhere in the row. Both are found whatever their case and accents.
    """

    document: tuple[DocumentId, ...] = ()
    status: tuple[Status, ...] = ()
    on: date | None = None
    party: tuple[str, ...] = ()
    phase: tuple[Phase, ...] = ()
    topic: str = ""
    find: str = ""

    @classmethod
    def parse(cls, query: Iterable[tuple[str, str]]) -> Self:
        """Read the pairs of an address; other keys and empty values are passed over.

        Raises BadFilter, which names the key, for a value that cannot be used.
        """
        given: dict[str, list[str]] = {field.name: [] for field in fields(cls)}
        for key, value in query:
            value = " ".join(value.split())
            if key in given and value and value not in given[key]:
                given[key].append(_checked(key, value))
        for key, values in given.items():
            if len(values) > MOST:
                raise _bad(key, f"{len(values)} värden", f"{len(values)} values")
        return cls(
            document=tuple(map(DocumentId, given["document"])),
            status=tuple(_one_of(Status, "status", value) for value in given["status"]),
            on=_day(given["on"]),
            party=tuple(value.casefold() for value in given["party"]),
            phase=tuple(_one_of(Phase, "phase", value) for value in given["phase"]),
            topic=" ".join(given["topic"]),
            find=" ".join(given["find"]),
        )

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs that ``parse`` reads as this very value, always in the same order."""
        found: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            values = value if isinstance(value, tuple) else (value,)
            found += [(field.name, _written(each)) for each in values if each]
        return tuple(found)

    def query(self) -> str:
        """The same as the query string of an address, without ``?``; empty when all is asked."""
        return urlencode(self.pairs())


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _checked(key: str, value: str) -> str:
    if len(value) > LONGEST:
        raise _bad(key, f"{len(value)} tecken", f"{len(value)} characters")
    if not value.isprintable():
        raise _bad(key, "tecken som inte syns", "characters that cannot be seen")
    return value


def _one_of(kind: type[E], key: str, value: str) -> E:
    try:
        return kind(value.casefold())
    except ValueError:
        raise _bad(key, value, value, choices=", ".join(kind)) from None


def _day(values: list[str]) -> date | None:
    try:
        return date.fromisoformat(values[-1]) if values else None
    except ValueError:
        raise _bad("on", values[-1], values[-1], choices="2026-01-15") from None


def _bad(key: str, swedish: str, english: str, choices: str | None = None) -> BadFilter:
    mend = (
        (f"Möjliga värden: {choices}.", f"Possible values: {choices}.")
        if choices
        else (
            f"Högst {LONGEST} synliga tecken och {MOST} värden.",
            f"At most {LONGEST} visible characters and {MOST} values.",
        )
    )
    return BadFilter(key=key, value=(swedish, english), mend=mend)
