"""A comparison as plain values, for ``--json``."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from bot.answer_json import Wire, wire
from bot.document_wire import dated_wire
from corpus.comparison.summary import summary
from corpus.comparison.values import (
    ClauseChange,
    ClauseComparison,
    Comparison,
    DutyChange,
    PlacedDuty,
)
from corpus.document import Document

_Counted = TypeVar("_Counted", bound=StrEnum)


def comparison_wire(comparison: Comparison) -> dict[str, Wire]:
    """Documents of both sides, the summary in figures, the duties and the clauses that differ."""
    counted = summary(comparison)
    return {
        "old": [_document(each) for each in comparison.old.documents],
        "new": [_document(each) for each in comparison.new.documents],
        "summary": {
            "clauses": _counts(counted.clauses),
            "moved": _counts(counted.moved),
            "aspects": _counts(counted.aspects),
            "new": _counts(counted.new),
            "gone": _counts(counted.gone),
            "content": counted.content,
        },
        "duties": [_duty(each) for each in comparison.duties],
        "clauses": [
            _clause(each)
            for each in comparison.clauses
            if each.change is not ClauseChange.UNCHANGED
        ],
    }


def _document(document: Document) -> dict[str, Wire]:
    return {**dated_wire(document), "file": document.file, "sha256": document.sha256}


def _counts(counted: Mapping[_Counted, int]) -> dict[str, Wire]:
    return {str(key): count for key, count in sorted(counted.items()) if count}


def _duty(change: DutyChange) -> dict[str, Wire]:
    return {
        "aspects": [str(aspect) for aspect in sorted(change.aspects)],
        "moved": change.moved,
        "direction": wire(change.direction),
        "old": _placed(change.old),
        "new": _placed(change.new),
    }


def _placed(placed: PlacedDuty | None) -> Wire:
    if placed is None:
        return None
    return {"reference": placed.clause.reference, "quote": placed.whole, "duty": wire(placed.duty)}


def _clause(found: ClauseComparison) -> dict[str, Wire]:
    return {
        "change": found.change.value,
        "moved": found.moved,
        "substance": found.substance,
        "old": [clause.reference for clause in found.old],
        "new": [clause.reference for clause in found.new],
    }
