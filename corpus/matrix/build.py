"""Documents, clauses and duties laid out as the matrix."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.clause import Clause
from corpus.document import Document
from corpus.duty import Duty
from corpus.matrix.board import Board, Cell, Entry, Row, Topic
from corpus.matrix.column import Column, carries, columns_of
from corpus.matrix.filter import MatrixFilter
from corpus.matrix.folding import folded
from corpus.matrix.proof import is_proven

_CELL = " | "
_SHOWN = 80
"""Characters of a table's first cell that name its row."""


def build_board(
    documents: Sequence[Document], clauses: Sequence[Clause], asked: MatrixFilter
) -> Board:
    """Every duty of ``clauses`` that ``asked`` asks for, grouped by the documents' headings.

    Which documents, statuses and days are asked for is not looked at here: ``clauses`` are
    those that hold. A duty whose words do not stand in the text is left out and told.
    """
    unproven: dict[str, None] = {}
    topics: list[Topic] = []
    for document in documents:
        own = sorted((c for c in clauses if c.document == document.id), key=lambda c: c.start)
        for headings, under in groupby(own, key=lambda clause: clause.headings):
            if not _about(document, headings, asked.topic):
                continue
            rows = [row for each in under for row in _rows(document, each, asked, unproven)]
            if rows:
                topics.append(Topic(document=document, headings=headings, rows=tuple(rows)))
    return Board(topics=tuple(topics), unproven=tuple(unproven))


def _about(document: Document, headings: Sequence[str], topic: str) -> bool:
    above = folded(" ".join((document.title, *headings)))
    return all(word in above for word in folded(topic).split())


def _rows(
    document: Document, clause: Clause, asked: MatrixFilter, unproven: dict[str, None]
) -> Iterator[Row]:
    text = document.text
    tasks: dict[int | None, list[Duty]] = {}
    for duty in clause.duties:
        if not is_proven(text, clause, duty):
            unproven[clause.reference] = None
        elif _asked_for(document, clause, duty, asked):
            tasks.setdefault(_table_row(text, duty), []).append(duty)
    for start, duties in tasks.items():
        task = None if start is None else _first_cell(text, start)
        yield Row(clause=clause, task=task, cells=_cells(text, duties))


def _table_row(text: str, duty: Duty) -> int | None:
    """Where the table's row begins that a duty was read from: such a row is a task of its own."""
    return duty.start if _CELL in text[duty.start : duty.end] else None


def _first_cell(text: str, start: int) -> str:
    return text[start : text.index(_CELL, start)].strip()[:_SHOWN]


def _asked_for(document: Document, clause: Clause, duty: Duty, asked: MatrixFilter) -> bool:
    if asked.phase and duty.phase not in asked.phase:
        return False
    if asked.party and not any(carries(duty, party) for party in asked.party):
        return False
    return not asked.find or _found(document, clause, duty, asked.find)


def _found(document: Document, clause: Clause, duty: Duty, find: str) -> bool:
    """Whether every word stands in the duty, its clause's names or the headings above."""
    lead = document.text[slice(*duty.lead)] if duty.lead else ""
    said = document.text[duty.start : duty.end]
    roles = (party.role or "" for party in duty.parties)
    names = (document.title, *clause.headings, clause.label, clause.title or "")
    there = folded(" ".join((*names, *roles, lead, said)))
    return all(word in there for word in folded(find).split())


def _cells(text: str, duties: Sequence[Duty]) -> tuple[Cell, ...]:
    by_column: dict[Column, list[Entry]] = {}
    for duty in duties:
        entry = Entry(
            duty=duty,
            quote=text[duty.start : duty.end],
            lead=text[slice(*duty.lead)] if duty.lead else None,
        )
        for column in columns_of(duty):
            by_column.setdefault(column, []).append(entry)
    return tuple(
        Cell(column=column, entries=tuple(by_column[column]))
        for column in Column
        if column in by_column
    )
