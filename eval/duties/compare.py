"""An annotated sentence against what is read from it, label by label."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from corpus.clause import Clause, ClauseId, DocumentId
from corpus.document import Document
from corpus.duties import read_duties
from corpus.duty import Duty
from corpus.party_lexicon import shipped_lexicon
from corpus.sentences import split_sentences
from eval.duties.gold import GoldSentence
from eval.principals import spread

KINDS = ("principal", "role", "modality", "phase")
"""The kinds of label, in the order of the table."""

NO_LABEL = "–"
"""Stands in a confusion where there is no label."""

Labels = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A row, and the labels that were expected and read, by kind."""

    row: GoldSentence
    expected: Labels
    read: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Pairs of sentence and label of one kind: read rightly, wrongly, and missed.

    ``precision`` = hits / (hits + wrong), ``recall`` = hits / (hits + missed) and ``f1`` =
    2·hits / (2·hits + wrong + missed); 1.0 where there is nothing to count.
    """

    hits: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of the labels read that are right."""
        return _share(self.hits, self.hits + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the labels expected that were read."""
        return _share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return _share(2 * self.hits, 2 * self.hits + self.wrong + self.missed)


class Texts:
    """The documents that rows refer to by clause."""

    def __init__(self, documents: Iterable[Document], clauses: Iterable[Clause]) -> None:
        self._texts = {document.id: document.text for document in documents}
        self._clauses: dict[str, Clause] = {}
        for clause in clauses:
            self._clauses.setdefault(clause.reference, clause)
        self._lexicon = shipped_lexicon()

    def has(self, row: GoldSentence) -> bool:
        """Whether the row's sentence can be read here."""
        return row.clause is None or row.clause in self._clauses

    def compare(self, row: GoldSentence) -> Compared:
        """What the row expects, and what is read. Raises KeyError for an unknown clause."""
        duties = self._of_text(row) if row.clause is None else self._of_clause(row.clause, row)
        return Compared(row=row, expected=_expected(row), read=_labels(duties))

    def _of_text(self, row: GoldSentence) -> Sequence[Duty]:
        text = row.text or ""
        clause = Clause(
            document=DocumentId("d"),
            id=ClauseId("1"),
            label="1",
            title=row.title,
            headings=row.headings,
            start=0,
            end=len(text),
        )
        return read_duties(text, clause, self._lexicon)

    def _of_clause(self, reference: str, row: GoldSentence) -> Sequence[Duty]:
        clause = self._clauses[reference]
        text = self._texts[clause.document]
        sentence = split_sentences(text, clause.start, clause.end)[row.sentence]
        duties = read_duties(text, clause, self._lexicon)
        return [duty for duty in duties if duty.start == sentence.start]


def agreement(rows: Iterable[Compared], kind: str) -> Agreement:
    """The agreement over all rows together, for one of ``KINDS``."""
    hits = wrong = missed = 0
    for row in rows:
        hits += len(row.expected[kind] & row.read[kind])
        wrong += len(row.read[kind] - row.expected[kind])
        missed += len(row.expected[kind] - row.read[kind])
    return Agreement(hits=hits, wrong=wrong, missed=missed)


def confusion(rows: Iterable[Compared], kind: str) -> Mapping[tuple[str, str], int]:
    """How often a label that was expected (first) was read as another one (second).

    A label that was read stands for itself. One that was missed is paired with each label
    that the row has too many, or with ``NO_LABEL``; one too many in a row that misses none
    is paired with ``NO_LABEL`` as expected.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    for row in rows:
        expected, read = row.expected[kind], row.read[kind]
        pairs.update((label, label) for label in expected & read)
        missed, extra = expected - read, read - expected
        if missed or extra:
            pairs.update(product(missed or {NO_LABEL}, extra or {NO_LABEL}))
    return pairs


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _expected(row: GoldSentence) -> Labels:
    return {
        "principal": frozenset(p.value for duty in row.duties for p in duty.principals),
        "role": frozenset(role for duty in row.duties for role in duty.roles),
        "modality": frozenset(duty.modality.value for duty in row.duties),
        "phase": frozenset(duty.phase.value for duty in row.duties),
    }


def _labels(duties: Sequence[Duty]) -> Labels:
    parties = [party for duty in duties for party in duty.parties]
    return {
        "principal": frozenset(p.value for p in spread(party.principal for party in parties)),
        "role": frozenset(party.role for party in parties if party.role),
        "modality": frozenset(duty.modality.value for duty in duties),
        "phase": frozenset(duty.phase.value for duty in duties),
    }
