"""What the adapter learns from: a question, the clauses that answer it if any do, near misses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import torch
from torch import Tensor

from eval.fit import Pairing
from eval.question_set import Question
from retrieval.index.parts import IndexParts
from retrieval.service import AnsweringService
from retrieval.validity import holding

NEAR_MISSES = 40


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shelf:
    """One index as tensors.

    ``vectors`` (n_windows, dim) float32; ``rows`` (n_windows,) int64 is each window's clause;
    ``holds`` (n_clauses,) bool marks the clauses that answer; ``centre`` (dim,) float32 is
    the tokens' common centre.
    """

    index: IndexParts
    vectors: Tensor
    rows: Tensor
    holds: Tensor
    centre: Tensor

    @classmethod
    def of(cls, service: AnsweringService, on: date) -> "Shelf":
        """The tensors of a service's index, as of the day ``on``."""
        index = service.index
        mask = holding(index.documents, index.clauses, on, index.answers)
        return cls(
            index=index,
            vectors=torch.tensor(np.array(index.dense.vectors)),
            rows=torch.tensor(index.windows[:, 0].astype(np.int64)),
            holds=torch.tensor(mask),
            centre=torch.tensor(np.array(index.tokens.centre)),
        )

    def cosines(self, questions: Tensor) -> Tensor:
        """(n_questions, n_clauses) cosines of (n_questions, dim) vectors; -9 where none counts."""
        by_window = questions @ self.vectors.T
        shape = (len(questions), len(self.index.clauses))
        best = torch.full(shape, -9.0).scatter_reduce(
            1, self.rows.expand(len(questions), -1), by_window, "amax"
        )
        return best.masked_fill(~self.holds, -9.0)

    def tokens(self, row: int) -> Tensor:
        """A clause's first window's centred tokens, (n_tokens, dim) float32."""
        window = int(np.searchsorted(self.index.windows[:, 0], row))
        first, last = self.index.tokens.spans[window]
        return torch.tensor(np.asarray(self.index.tokens.tokens[first:last], np.float32)) / 127


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Example:
    """A question's text as it is encoded, its gold clause rows and near misses by the search;
    neither when the question is one that no corpus answers."""

    question: Question
    text: str
    gold: tuple[int, ...]
    near: tuple[int, ...]
    shelf: Shelf


def examples_of(pairing: Pairing, on: date) -> Iterator[Example]:
    """The questions of a pairing. Those asked as of another day are left out."""
    service = pairing.service
    shelf = Shelf.of(service, on)
    rows = _rows_by_reference(shelf)
    for question in _questions(pairing):
        if not question.answerable:
            yield Example(question=question, text=question.question, gold=(), near=(), shelf=shelf)
            continue
        gold = [row for reference in question.gold for row in rows.get(reference, ())]
        if not gold or question.on:
            continue
        inquiry = service.inquire(question.question, on=on, lang="sv")
        found = service.rank(inquiry).rows()
        yield Example(
            question=question,
            text=inquiry.understood.expanded,
            gold=tuple(gold),
            near=tuple(row for row in found if row not in gold)[:NEAR_MISSES],
            shelf=shelf,
        )


def _questions(pairing: Pairing) -> Sequence[Question]:
    return [question for each in pairing.sets for question in each.questions]


def _rows_by_reference(shelf: Shelf) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for row, clause in enumerate(shelf.index.clauses):
        if bool(shelf.holds[row]):
            rows.setdefault(clause.reference, []).append(row)
    return rows
