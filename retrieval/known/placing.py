"""Which clauses of a corpus a known question stands beside."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.clause import Clause, DocumentId
from retrieval.known.question import KnownQuestion
from retrieval.known.signature import Signature, distance, signature

SAME_CLAUSE = 16
"""Bits that may differ where the reference is the same. The two wordings of a paragraph in the
statutes that are measured here differ by at most 16 (where one of them is not merely a repeal);
two clauses of the model agreement by 29 in the median, and 2 pairs of 1,000 by 16 or fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A known question and the rows of the clauses that answer it."""

    question: str
    rows: tuple[int, ...]


def place(
    known: Iterable[KnownQuestion], clauses: Sequence[Clause], texts: Mapping[DocumentId, str]
) -> tuple[Placed, ...]:
    """The known questions that this corpus answers.

    A question stands beside the clause of its reference, unless the text there is another than
    when it was written, and beside every clause with the very same text: it follows the text
    when an agreement is copied or renumbered.
    """
    where = _Where(clauses, texts)
    found = (Placed(question=each.question, rows=where.rows(each)) for each in known)
    return tuple(each for each in found if each.rows)


class _Where:
    def __init__(self, clauses: Sequence[Clause], texts: Mapping[DocumentId, str]) -> None:
        self._signatures = [signature(texts[c.document][c.start : c.end]) for c in clauses]
        self._by_reference: dict[str, list[int]] = defaultdict(list)
        self._by_signature: dict[Signature, list[int]] = defaultdict(list)
        for row, clause in enumerate(clauses):
            self._by_reference[clause.reference].append(row)
            self._by_signature[self._signatures[row]].append(row)

    def rows(self, known: KnownQuestion) -> tuple[int, ...]:
        written = [int(each, 16) for each in known.signatures]
        found: set[int] = set()
        for position, reference in enumerate(known.gold):
            there = self._by_reference.get(reference, [])
            if position < len(written):
                was = written[position]
                found.update(r for r in there if distance(self._signatures[r], was) <= SAME_CLAUSE)
                found.update(self._by_signature.get(was, ()))
            else:
                found.update(there)
        return tuple(sorted(found))
