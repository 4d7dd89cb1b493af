"""Rank: the second look and what the question asks for, weighed into one score.

The score is linear in a few signals, so that anyone can read why a clause came first. The
weights are found on the training part of the question sets and kept in ``data/ranking.json``
with what chose them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from corpus.clause import Clause, ClauseId, DocumentId
from corpus.duty import Phase
from corpus.party import Principal
from retrieval.index.parts import IndexParts
from retrieval.steps.retrieve import Candidates
from retrieval.steps.second_look import Looks

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Signals:
    """What is known of each candidate, (n,) float32 each.

    ``dense``, ``words`` and ``concepts`` are z-scores over the corpus, ``even`` and ``rare``
    late interaction in hundredths, ``named`` is 1 for a clause of a document that the question
    names and 3 for one that it names by number, ``duty`` 1 where the question asks who and the
    clause tells, ``party`` the share of the parties in the question that the clause lays
    something on, ``phase`` 1 where a phase of the question is one of the clause's.
    ``asked`` and ``likeness`` are z-scores of the clause's known questions, by words and by
    meaning; where it has none they are what the other signals let expect (see ``filled``).
    """

    dense: Floats
    words: Floats
    concepts: Floats
    even: Floats
    rare: Floats
    named: Floats
    duty: Floats
    party: Floats
    phase: Floats
    asked: Floats
    likeness: Floats

    def matrix(self) -> Floats:
        """(n, n_signals) float32, in the order of the fields."""
        return np.stack([getattr(self, name) for name in SIGNALS], axis=1)


_BY_NUMBER = 3.0
"""A clause named by its number is meant more surely than one of a named document."""

SIGNALS = tuple(field.name for field in fields(Signals))


class RankingWeights(BaseModel):
    """The weight of every signal, and what chose them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    chosen_by: str
    weights: dict[str, float]
    rival_margin: float = 0.0
    """A second clause whose score is so little behind may answer as well as the first."""
    expected: dict[str, dict[str, float]] = {}
    """What ``asked`` and ``likeness`` are worth where a clause has no known questions: linear in
    other signals, with the constant under ``CONSTANT``."""

    def vector(self) -> Floats:
        """(n_signals,) float32."""
        return np.asarray([self.weights[name] for name in SIGNALS], dtype=np.float32)


CONSTANT = "constant"
KNOWN = ("asked", "likeness")
"""The signals that need known questions."""

BASES = ("dense", "words", "concepts", "even", "rare")
"""The signals that the missing ones are expected from."""


@cache
def shipped_weights() -> RankingWeights:
    """The weights that come with the program."""
    text = (files("retrieval") / "data" / "ranking.json").read_text(encoding="utf-8")
    return RankingWeights.model_validate_json(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question asks for, as the ranking uses it."""

    principals: frozenset[Principal]
    phases: frozenset[Phase]
    asks_who: bool
    named_documents: frozenset[str]
    named_clauses: frozenset[tuple[DocumentId | None, ClauseId]]


def signals(
    index: IndexParts, candidates: Candidates, looks: Looks, asked: Asked, likeness: Floats
) -> Signals:
    """Every signal of every candidate, those of ``KNOWN`` 0 where there are none."""
    clauses = [index.clauses[row] for row in candidates.rows]
    return Signals(
        dense=candidates.dense,
        words=candidates.words,
        concepts=candidates.concepts,
        even=100 * looks.even,
        rare=100 * looks.rare,
        named=_column(_named(clause, asked) for clause in clauses),
        duty=_column(float(asked.asks_who and _tells_who(clause)) for clause in clauses),
        party=_column(_party(clause, asked.principals) for clause in clauses),
        phase=_column(
            float(any(duty.phase in asked.phases for duty in clause.duties)) for clause in clauses
        ),
        asked=candidates.asked,
        likeness=likeness,
    )


def filled(
    found: Signals, told: Mask, weights: RankingWeights, scarce: Mask | None = None
) -> Signals:
    """``found`` with what is expected of the candidates that have no known questions.

    ``told`` (n,) marks those that have. Without this a clause of a new agreement would stand
    behind every statute whose questions are known. ``scarce`` (n,) marks those that have only a
    few: they get no less than is expected, or one known question would hide its clause from
    every other.
    """
    few = np.zeros_like(told) if scarce is None else scarce
    if told.all() and not few.any():
        return found
    return replace(
        found, **{name: _filled(name, found, told, few, weights.expected[name]) for name in KNOWN}
    )


def _filled(name: str, found: Signals, told: Mask, few: Mask, linear: dict[str, float]) -> Floats:
    own, expected = getattr(found, name), _expected(found, linear)
    return np.where(told, np.where(few, np.maximum(own, expected), own), expected)


def _expected(found: Signals, linear: dict[str, float]) -> Floats:
    parts = [linear[name] * getattr(found, name) for name in BASES]
    expected: Floats = (sum(parts) + linear[CONSTANT]).astype(np.float32)
    return expected


def _column(values: Iterable[float]) -> Floats:
    return np.fromiter(values, dtype=np.float32)


def _named(clause: Clause, asked: Asked) -> float:
    if {(clause.document, clause.id), (None, clause.id)} & asked.named_clauses:
        return _BY_NUMBER
    return float(clause.document in asked.named_documents)


def _tells_who(clause: Clause) -> bool:
    return any(duty.parties for duty in clause.duties)


def _party(clause: Clause, principals: frozenset[Principal]) -> float:
    if not principals:
        return 0.0
    carried = {party.principal for duty in clause.duties for party in duty.parties}
    if Principal.BOTH in carried:
        carried |= {Principal.MUNICIPALITY, Principal.REGION}
    return len(principals & carried) / len(principals)


def rank(found: Signals, weights: RankingWeights) -> tuple[NDArray[np.int64], Floats]:
    """Positions of the candidates, best first, and each one's score in that order."""
    scores = found.matrix() @ weights.vector()
    order = np.argsort(-scores, kind="stable")
    return order, scores[order]
