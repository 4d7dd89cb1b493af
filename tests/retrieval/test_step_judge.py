"""Judge: one probability from the evidence."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from retrieval.steps.judge import (
    EVIDENCE,
    Evidence,
    Facts,
    JudgeWeights,
    Untold,
    evidence,
    shipped_judge,
)
from retrieval.steps.rank import SIGNALS, Signals

NUMBERS = st.floats(min_value=-3, max_value=3, width=32)
FACTS = Facts(
    mean=0.8,
    deviation=0.02,
    outside=0.85,
    length=2.5,
    who=1.0,
    wants=0.0,
    size=0.0,
    near=np.array([0.9, 0.7, 0.0], np.float32),
    covered=np.array([0.2, 0.6, 1.0], np.float32),
)
"""Of three candidates."""


def weights(numbers: list[float], intercept: float = 0.0) -> JudgeWeights:
    return JudgeWeights(
        chosen_by="test",
        intercept=intercept,
        weights=dict(zip(EVIDENCE, numbers, strict=True)),
        threshold=0.5,
    )


@given(
    st.lists(NUMBERS, min_size=len(EVIDENCE), max_size=len(EVIDENCE)),
    st.lists(NUMBERS, min_size=len(EVIDENCE), max_size=len(EVIDENCE)),
    NUMBERS,
)
def test_the_probability_is_the_logistic_of_the_weighted_evidence(numbers, values, intercept):
    found = weights(numbers, intercept).probability(
        Evidence(**dict(zip(EVIDENCE, values, strict=True)))
    )
    margin = intercept + sum(w * v for w, v in zip(numbers, values, strict=True))
    assert found == pytest.approx(1 / (1 + math.exp(-margin)), rel=1e-3, abs=1e-9)
    assert 0 <= found <= 1


def test_the_evidence_is_that_of_the_best_clause():
    columns = {name: np.zeros(3, np.float32) for name in SIGNALS}
    columns |= {
        "dense": np.array([1.0, 2.0, 0.5], np.float32),
        "words": np.array([3.0, 1.0, 0.0], np.float32),
        "even": np.array([10.0, 30.0, 20.0], np.float32),
    }
    columns |= {
        "asked": np.array([0.0, 4.0, 6.0], np.float32),
        "likeness": np.array([1.0, 5.0, 2.0], np.float32),
    }
    found = evidence(
        FACTS,
        Signals(**columns),
        np.array([1, 0, 2]),
        np.array([5.0, 3.5, 1.0], np.float32),
        np.array([False, True, False]),
    )
    assert found.cosine == pytest.approx(0.8 + 0.02 * 2.0)
    assert (found.dense, found.words, found.even) == (2.0, 1.0, 30.0)
    assert found.margin == pytest.approx(1.5)
    assert found.agreement == 3.0  # dense, even and likeness; words and asked speak for others
    assert (found.outside, found.length, found.who, found.wants) == (0.85, 2.5, 1.0, 0.0)
    assert (found.asked, found.likeness) == (4.0, 5.0)
    assert found.near == pytest.approx(0.7)
    assert found.nearest == pytest.approx(0.9)
    assert found.covered == pytest.approx(0.6)
    assert found.told


def test_a_clause_alone_has_no_margin():
    columns = {name: np.zeros(1, np.float32) for name in SIGNALS}
    found = evidence(FACTS, Signals(**columns), np.array([0]), np.zeros(1, np.float32))
    assert found.margin == 0


@pytest.mark.parametrize(("best", "told"), [(0, False), (1, True), (2, False)])
def test_whether_the_best_clause_has_known_questions_is_told(best, told):
    columns = {name: np.zeros(3, np.float32) for name in SIGNALS}
    order = np.array([best, *({0, 1, 2} - {best})])
    marks = np.array([False, True, False])
    scores = np.zeros(3, np.float32)
    assert evidence(FACTS, Signals(**columns), order, scores, marks).told is told


def test_a_clause_without_known_questions_is_judged_by_a_logistic_of_its_own():
    told = weights([0.0] * len(EVIDENCE), intercept=2.0)
    near = dict.fromkeys(EVIDENCE, 0.0) | {"cosine": 3.0}
    judge = told.model_copy(update={"untold": Untold(intercept=-1.0, weights=near)})
    found = Evidence(**dict.fromkeys(EVIDENCE, 1.0), told=True)
    assert judge.probability(found) == pytest.approx(1 / (1 + math.exp(-2)))
    assert judge.probability(replace(found, told=False)) == pytest.approx(1 / (1 + math.exp(-2.0)))
    further = replace(found, told=False, cosine=0.0)
    assert judge.probability(further) == pytest.approx(1 / (1 + math.exp(1.0)))
    assert told.probability(further) == told.probability(found)  # there is no other logistic


def test_the_shipped_judge_weighs_all_evidence_and_says_where_its_weights_are_from():
    judge = shipped_judge()
    assert set(judge.weights) == set(EVIDENCE)
    assert judge.untold
    assert set(judge.untold.weights) == set(EVIDENCE)
    assert judge.chosen_by
    assert 0 < judge.threshold < 1


@pytest.mark.parametrize("threshold", [-0.1, 1.1])
def test_a_threshold_that_is_no_probability_is_refused(threshold):
    fields = {"chosen_by": "", "intercept": 0, "weights": {}, "threshold": threshold}
    with pytest.raises(ValidationError):
        JudgeWeights.model_validate(fields)


def test_evidence_of_known_questions_moves_no_clause_that_has_none():
    """What cannot be known of a clause must not speak for or against it."""
    shipped = shipped_judge()
    assert shipped.untold
    columns = {name: np.ones(3, np.float32) for name in SIGNALS}
    found = evidence(
        FACTS, Signals(**columns), np.arange(3), np.zeros(3, np.float32), np.zeros(3, np.bool_)
    )
    for name in ("near", "nearest"):
        changed = replace(found, **{name: getattr(found, name) + 0.5})
        assert shipped.probability(changed) == shipped.probability(found), name
        told = replace(changed, told=True), replace(found, told=True)
        assert shipped.probability(told[0]) > shipped.probability(told[1]), name
