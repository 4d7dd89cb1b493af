"""Questions held against each other: those that the same clause answers belong together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from eval.adapter.examples import Example, Shelf

TEMPERATURE = 0.05

_NOBODYS = -1
"""Stands for the gold clause of the questions that no corpus answers."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Neighbours:
    """The questions of each index with their vectors as they last were.

    ``vectors`` (n_examples, dim) are renewed batch by batch, so that most are somewhat older
    than the network. ``shelves`` (n_examples,) int64 numbers each example's index, and
    ``alike`` holds for each example the others that a clause has in common with it.
    """

    vectors: Tensor
    shelves: Tensor
    alike: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, examples: Sequence[Example], vectors: Tensor) -> "Neighbours":
        """All ``examples`` with their vectors (n_examples, dim)."""
        numbers: dict[int, int] = {}
        by_clause: dict[tuple[Shelf, int], list[int]] = defaultdict(list)
        for i, each in enumerate(examples):
            numbers.setdefault(id(each.shelf), len(numbers))
            for row in each.gold or (_NOBODYS,):
                by_clause[each.shelf, row].append(i)
        return cls(
            vectors=vectors,
            shelves=torch.tensor([numbers[id(each.shelf)] for each in examples]),
            alike=tuple(
                tuple(
                    {j for row in each.gold or (_NOBODYS,) for j in by_clause[each.shelf, row]}
                    - {i}
                )
                for i, each in enumerate(examples)
            ),
        )

    def loss(self, batch: Sequence[int], vectors: Tensor) -> Tensor:
        """Mean of -log of the share that those alike have of all others of the same index.

        ``vectors`` (n_batch, dim) are those of the examples ``batch``, all of one index.
        """
        similar = vectors @ self.vectors.T / TEMPERATURE
        others = self.shelves != self.shelves[batch[0]]
        itself = torch.nn.functional.one_hot(torch.tensor(batch), len(self.vectors)).bool()
        shares = torch.log_softmax(similar.masked_fill(others | itself, -1e4), dim=1)
        losses = [
            -torch.logsumexp(shares[row, list(self.alike[i])], dim=0)
            for row, i in enumerate(batch)
            if self.alike[i]
        ]
        return torch.stack([vectors.sum() * 0, *losses]).sum() / len(batch)

    def renew(self, batch: Sequence[int], vectors: Tensor) -> None:
        """Keep the vectors (n_batch, dim) of the examples ``batch``."""
        self.vectors[list(batch)] = vectors.detach()
