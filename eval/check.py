"""Faults in a question set that can be seen without asking the questions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.clause import Clause
from corpus.party import Principal
from eval.principals import spread
from eval.question_set import Question, QuestionSet
from eval.twins import twins_across_parts
from eval.wording import wording


class Fault(StrEnum):
    """What is wrong with a question."""

    UNKNOWN_GOLD = "unknown_gold"
    NO_GOLD = "no_gold"
    DUPLICATE = "duplicate"
    TWIN = "twin"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault of one question; ``about`` names the clause, the twin or the principals."""

    set: str
    question: str
    fault: Fault
    about: str


def check(sets: Sequence[QuestionSet], clauses: Sequence[Clause]) -> tuple[Finding, ...]:
    """Every fault in the order of the questions, then twins across parts.

    ``clauses`` are those of the index.
    """
    known: dict[str, set[Principal]] = {}
    for clause in clauses:
        parties = [party for duty in clause.duties for party in duty.parties]
        known.setdefault(clause.reference, set()).update(party.principal for party in parties)
    seen: dict[str, str] = {}
    findings = []
    for set_ in sets:
        for question in set_.questions:
            for fault, about in _faults(question, known, seen):
                findings.append(
                    Finding(set=set_.name, question=question.id, fault=fault, about=about)
                )
    findings += [
        Finding(set=other.set, question=other.question.id, fault=Fault.TWIN, about=one.question.id)
        for one, other in twins_across_parts(sets)
    ]
    return tuple(findings)


def _faults(
    question: Question, known: Mapping[str, set[Principal]], seen: dict[str, str]
) -> Iterator[tuple[Fault, str]]:
    twin = seen.setdefault(wording(question.question), question.id)
    if twin != question.id:
        yield Fault.DUPLICATE, twin
    if question.answerable and not question.gold:
        yield Fault.NO_GOLD, ""
    missing = [reference for reference in question.gold if reference not in known]
    for reference in missing:
        yield Fault.UNKNOWN_GOLD, reference
    if question.principals and question.gold and not missing:
        named = spread(set().union(*(known[reference] for reference in question.gold)))
        if named and not named & spread(question.principals):
            yield Fault.CONTRADICTED, ", ".join(sorted(named))
