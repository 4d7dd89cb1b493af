"""Circumstances for which a text often says different things: at home or in a care home,
enrolled or not, child or adult (``retrieval/data/contrasts.toml``)."""

from collections.abc import Sequence
from functools import cache

from retrieval.understanding.data import read_data
from retrieval.understanding.patterns import Hit, Phrases, Word

Sides = frozenset[tuple[str, str]]
"""Pairs of a circumstance and the side of it that is told of: ``("place", "home")``."""


def asked_sides(there: Sequence[Word]) -> Sides:
    """The sides that a question takes. One that names both sides takes neither."""
    return _alone(_tables()["asked"].find(there))


def told_sides(there: Sequence[Word]) -> Sides:
    """The sides that a sentence of a document tells of, likewise."""
    return _alone(_tables()["text"].find(there))


def opposed(one: Sides, other: Sides) -> bool:
    """Whether they stand on different sides of any circumstance."""
    met = dict(one)
    return any(met.get(name, side) != side for name, side in other)


def _alone(hits: Sequence[Hit]) -> Sides:
    sides: dict[str, set[str]] = {}
    for hit in hits:
        name, side = hit.label.split(".")
        sides.setdefault(name, set()).add(side)
    return frozenset((name, found.pop()) for name, found in sides.items() if len(found) == 1)


@cache
def _tables() -> dict[str, Phrases]:
    table: dict[str, dict[str, dict[str, list[str]]]] = read_data("contrasts")
    return {
        kind: Phrases(
            (f"{name}.{side}", written)
            for name, sides in table.items()
            for side, ways in sides.items()
            for written in ways[kind]
        )
        for kind in ("asked", "text")
    }
