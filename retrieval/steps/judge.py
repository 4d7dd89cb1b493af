"""Judge: is the question answered here?

One calibrated probability from the signals of the retrieval: a logistic of a few features.
Weights and threshold are found on the question sets (weights on ``train``, threshold on
``dev``) and kept in ``data/judge.json`` with what chose them.
"""

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from retrieval.steps.rank import Signals

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for and against an answer; all about the best clause unless it says so.

    ``cosine`` is the question's cosine with the clause's best window, ``dense``, ``words``
    and ``concepts`` are z-scores, ``even`` and ``rare`` late interaction in hundredths,
    ``margin`` is how far the second clause's score is behind, ``agreement`` counts for how
    many of the parts (dense, words, even, asked, likeness) this clause is also the best one,
    ``outside`` is the greatest cosine with an example question that no corpus here answers,
    ``length`` is the logarithm of the number of the question's tokens, ``who`` is 1 when it
    asks who, and ``wants`` counts the particulars it asks for that few documents hold (a phone
    number).
    ``asked`` and ``likeness`` are the clause's known questions by words and by meaning, as
    signals; ``near`` is the cosine with the nearest of them and ``nearest`` with the nearest
    of any candidate's. ``covered`` is the share of what the question says that the clause or its
    known questions say too (``retrieval.steps.coverage``). ``size`` is the logarithm of the number
    of clauses: the more there are, the more looks alike by chance.

    ``told`` says whether the clause has known questions; where it has none, the evidence of
    them counts nothing.
    """

    cosine: float
    dense: float
    words: float
    concepts: float
    even: float
    rare: float
    margin: float
    agreement: float
    outside: float
    length: float
    who: float
    wants: float
    asked: float
    likeness: float
    near: float
    nearest: float
    covered: float
    size: float
    told: bool = True

    def vector(self) -> Floats:
        """(n_features,) float32, in the order of the fields."""
        return np.asarray([getattr(self, name) for name in EVIDENCE], dtype=np.float32)


EVIDENCE = tuple(field.name for field in fields(Evidence) if field.name != "told")


class Untold(BaseModel):
    """The logistic for a clause without known questions, fitted to the same threshold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    intercept: float
    weights: dict[str, float]


class JudgeWeights(BaseModel):
    """A logistic over the evidence, the threshold under which is refused, and their origin."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    chosen_by: str
    intercept: float
    weights: dict[str, float]
    threshold: float = Field(ge=0, le=1)
    sure: float = Field(default=0.0, ge=0, le=1)
    """Under this an answer is given, but said to be unsure."""
    untold: Untold | None = None

    def probability(self, evidence: Evidence) -> float:
        """The chance in [0, 1] that the best clause answers the question."""
        judge = self if evidence.told or self.untold is None else self.untold
        weights = np.asarray([judge.weights[name] for name in EVIDENCE], dtype=np.float32)
        return float(1 / (1 + np.exp(-(evidence.vector() @ weights + judge.intercept))))


@cache
def shipped_judge() -> JudgeWeights:
    """The weights that come with the program."""
    text = (files("retrieval") / "data" / "judge.json").read_text(encoding="utf-8")
    return JudgeWeights.model_validate_json(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the judge needs beside the signals: see ``Evidence``. ``mean`` and ``deviation``
    are of the question's cosines over all windows. Of every candidate, (n,) float32 each:
    ``near`` the cosine with its nearest known question, ``covered`` as in ``Evidence``."""

    mean: float
    deviation: float
    outside: float
    length: float
    who: float
    wants: float
    size: float
    near: Floats
    covered: Floats


def evidence(
    facts: Facts,
    found: Signals,
    order: NDArray[np.int64],
    scores: Floats,
    told: NDArray[np.bool_] | None = None,
) -> Evidence:
    """The evidence for the best clause. ``order`` and ``scores`` are what ``rank`` gave;
    ``told`` (n,) marks candidates with known questions (None: all have)."""
    best = order[0]
    parts = (found.dense, found.words, found.even, found.asked, found.likeness)
    return Evidence(
        cosine=facts.mean + facts.deviation * float(found.dense[best]),
        dense=float(found.dense[best]),
        words=float(found.words[best]),
        concepts=float(found.concepts[best]),
        even=float(found.even[best]),
        rare=float(found.rare[best]),
        margin=float(scores[0] - scores[1]) if len(scores) > 1 else 0.0,
        agreement=float(sum(int(np.argmax(part)) == best for part in parts)),
        outside=facts.outside,
        length=facts.length,
        who=facts.who,
        wants=facts.wants,
        asked=float(found.asked[best]),
        likeness=float(found.likeness[best]),
        near=float(facts.near[best]),
        nearest=float(facts.near.max()),
        covered=float(facts.covered[best]),
        size=facts.size,
        told=told is None or bool(told[best]),
    )
