"""The matrix as values: topics hold rows, rows hold cells, cells hold what the text says."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.clause import Clause
from corpus.document import Document
from corpus.duty import Duty
from corpus.matrix.column import SHARED, Column
from corpus.party import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One duty and the words it was read from.

    ``quote == document.text[duty.start:duty.end]``; ``lead`` is the sentence that leads it,
    for an item of an enumeration.
    """

    duty: Duty
    quote: str
    lead: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one column says of a task; never empty."""

    column: Column
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One task: a clause, or one row of a table that a clause holds, which ``task`` then names.

    ``cells`` are in the order of the columns; a column that says nothing has none.
    """

    clause: Clause
    task: str | None
    cells: tuple[Cell, ...]

    def entries(self, column: Column) -> tuple[Entry, ...]:
        """What stands in ``column``; empty when it says nothing."""
        return next((cell.entries for cell in self.cells if cell.column is column), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The rows under one path of a document's own headings, outermost first."""

    document: Document
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The whole matrix.

    ``unproven`` names the clauses whose duties are left out because the words that they were
    read from do not stand in the text: the index is then out of date.
    """

    topics: tuple[Topic, ...]
    unproven: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many tasks there are."""
        return sum(len(topic.rows) for topic in self.topics)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that the rows come from, in order."""
        by_id = {topic.document.id: topic.document for topic in self.topics}
        return tuple(by_id.values())

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in use. Municipality, region and both always are."""
        used = {cell.column for _, row in self.walk() for cell in row.cells}
        used |= {Column.MUNICIPALITY, Column.REGION, Column.BOTH}
        return tuple(column for column in Column if column in used)

    def walk(self) -> Iterator[tuple[Topic, Row]]:
        """Every row with its topic, in order."""
        for topic in self.topics:
            for row in topic.rows:
                yield topic, row

    def duties(self) -> Iterator[tuple[Topic, Row, Entry]]:
        """Every duty once, in the order of the text, with where it stands."""
        for topic, row in self.walk():
            once = {id(each.duty): each for cell in row.cells for each in cell.entries}
            for entry in sorted(once.values(), key=lambda each: each.duty.start):
                yield topic, row, entry

    def counts(self) -> dict[Column, int]:
        """How many duties each column in use holds."""
        found = Counter[Column]()
        for _, row in self.walk():
            for cell in row.cells:
                found[cell.column] += len(cell.entries)
        return {column: found[column] for column in self.columns}

    def roles(self, column: Column) -> tuple[str | None, ...]:
        """The roles that a column's duties name, the most frequent first; None, which stands
        first, is the principal itself."""
        found = Counter(
            role
            for _, row in self.walk()
            for entry in row.entries(column)
            for role in roles_of(entry.duty, column)
        )
        named = sorted((role for role in found if role), key=lambda role: (-found[role], role))
        return (*([None] if None in found else []), *named)


def roles_of(duty: Duty, column: Column) -> tuple[str | None, ...]:
    """The roles under which a duty stands in ``column``; None is the principal itself."""
    if column is Column.NOBODY:
        return (None,)
    roles = [party.role for party in duty.parties if in_column(party, column)]
    return tuple(dict.fromkeys(roles))


def in_column(party: Party, column: Column) -> bool:
    """Whether ``column`` is the party's own, or the one that it shares."""
    own = party.principal.value == column.value
    return own or (column is Column.BOTH and party.principal in SHARED)
