"""How well a comparison finds the changes that were made by hand (``changes.toml``)."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from corpus.comparison import compare
from corpus.comparison.values import (
    RESPONSIBILITY,
    Aspect,
    ClauseChange,
    ClauseComparison,
    Comparison,
    Direction,
    DutyChange,
    Version,
)
from corpus.folder import Corpus, read_folder
from eval.seeded.figures import Found, Item
from eval.seeded.revision import MODEL_AGREEMENT, read_revision

PARTS = ("choose", "report", "hard")

FILE = Path(__file__).parent / "changes.toml"


class ExpectedDuty(BaseModel):
    """A duty that changes in ``clause``, with every aspect, and whom it moves to."""

    model_config = ConfigDict(extra="forbid")
    clause: str
    aspects: list[Aspect]
    to: Direction | None = None


class Change(BaseModel):
    """One change: the edits that make it and what must be said of it."""

    model_config = ConfigDict(extra="forbid")
    id: str
    part: Literal["choose", "report", "hard"]
    document: str
    edits: list[dict[str, str]]
    clauses: dict[str, ClauseChange]
    duties: list[ExpectedDuty] = []


def read_changes(part: str) -> tuple[Change, ...]:
    """The changes of one of ``PARTS``."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    changes = (Change.model_validate(entry) for entry in data["change"])
    return tuple(change for change in changes if change.part == part)


def compared(changes: Sequence[Change]) -> Comparison:
    """The model agreement against one revision in which every change is made."""
    edits = [(change.document, edit) for change in changes for edit in change.edits]
    return compare(
        _version(read_folder(MODEL_AGREEMENT)), _version(read_revision(edits, renumber=True))
    )


def measure(changes: Sequence[Change], comparison: Comparison) -> dict[str, Found]:
    """What was found of the responsibility that moved, of the directions, of the duties that
    came and went, and of the clauses, each as expected and reported items."""
    expected_duties = [(change.document, duty) for change in changes for duty in change.duties]
    moved: set[Item] = {
        (document, duty.clause, aspect)
        for document, duty in expected_duties
        for aspect in duty.aspects
    }
    directions = {(document, duty.clause, duty.to) for document, duty in expected_duties if duty.to}
    reported = _reported(comparison)
    clauses: set[Item] = {
        (change.document, label, kind)
        for change in changes
        for label, kind in change.clauses.items()
    }
    return {
        "moved": Found.of(
            {item for item in moved if item[2] in RESPONSIBILITY},
            {item for item in reported if item[2] in RESPONSIBILITY},
        ),
        "direction": Found.of(directions, _directions(comparison)),
        "new_and_gone": Found.of(
            {item for item in moved if item[2] in (Aspect.NEW, Aspect.GONE)},
            {item for item in reported if item[2] in (Aspect.NEW, Aspect.GONE)},
        ),
        "clauses": Found.of(clauses, _changed_clauses(comparison, clauses)),
    }


def _version(read: Corpus) -> Version:
    return Version(documents=read.documents, clauses=read.clauses)


def _name(found: ClauseComparison) -> Item:
    """The document and the clause, by the number that the list of changes uses."""
    if found.old:
        return found.old[0].document, found.old[0].label
    return found.new[0].document, found.new[0].title or ""


def _named_duties(comparison: Comparison) -> Iterator[tuple[Item, DutyChange]]:
    for clause in comparison.clauses:
        for change in clause.duties:
            own = change.old.clause if change.old else None
            yield (own.document, own.label) if own else _name(clause), change


def _reported(comparison: Comparison) -> set[Item]:
    named = _named_duties(comparison)
    return {(*name, aspect) for name, change in named for aspect in change.aspects}


def _directions(comparison: Comparison) -> set[Item]:
    named = _named_duties(comparison)
    return {(*name, str(change.direction)) for name, change in named if change.direction}


def _changed_clauses(comparison: Comparison, expected: set[Item]) -> set[Item]:
    """Clauses that are reported as more than renumbered, and those that were really moved."""
    moved = {item[:2] for item in expected if item[2] == ClauseChange.MOVED}
    found: set[Item] = set()
    for clause in comparison.clauses:
        if clause.change is ClauseChange.UNCHANGED:
            continue
        names: list[Item] = [(one.document, one.label) for one in clause.old]
        for name in names or [_name(clause)]:
            if clause.change is not ClauseChange.MOVED or name in moved:
                found.add((*name, clause.change))
    return found


def parts() -> Mapping[str, Mapping[str, Found]]:
    """The figures of every part."""
    found = {}
    for part in PARTS:
        changes = read_changes(part)
        found[part] = measure(changes, compared(changes))
    return found
