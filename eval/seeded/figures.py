"""Precision and recall of what was found."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Item = tuple[str, ...]
"""What is counted: what is said, and the clause by its number (a new one by its title)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The items that were expected and reported, those that were missed, and those too many."""

    right: frozenset[Item]
    missed: frozenset[Item]
    wrong: frozenset[Item]

    @classmethod
    def of(cls, expected: AbstractSet[Item], reported: AbstractSet[Item]) -> "Found":
        return cls(
            right=frozenset(expected & reported),
            missed=frozenset(expected - reported),
            wrong=frozenset(reported - expected),
        )

    @property
    def precision(self) -> float:
        """Right of all that was reported; 1 when nothing was."""
        reported = len(self.right) + len(self.wrong)
        return len(self.right) / reported if reported else 1.0

    @property
    def recall(self) -> float:
        """Right of all that was expected; 1 when nothing was."""
        expected = len(self.right) + len(self.missed)
        return len(self.right) / expected if expected else 1.0
