"""Judge: one probability from the evidence."""

import math

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
    evidence,
    shipped_judge,
)
from retrieval.steps.rank import SIGNALS, Signals

NUMBERS = st.floats(min_value=-3, max_value=3, width=32)


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
    facts = Facts(mean=0.8, deviation=0.02, outside=0.85, length=2.5, who=1.0, wants=0.0)
    found = evidence(
        facts,
        Signals(**columns),
        np.array([1, 0, 2]),
        np.array([5.0, 3.5, 1.0], np.float32),
    )
    assert found.cosine == pytest.approx(0.8 + 0.02 * 2.0)
    assert (found.dense, found.words, found.even) == (2.0, 1.0, 30.0)
    assert found.margin == pytest.approx(1.5)
    assert found.agreement == 2.0
    assert (found.outside, found.length, found.who, found.wants) == (0.85, 2.5, 1.0, 0.0)


def test_a_clause_alone_has_no_margin():
    columns = {name: np.zeros(1, np.float32) for name in SIGNALS}
    facts = Facts(mean=0, deviation=1, outside=0, length=0, who=0, wants=0)
    found = evidence(facts, Signals(**columns), np.array([0]), np.zeros(1, np.float32))
    assert found.margin == 0


def test_the_shipped_judge_weighs_all_evidence_and_says_where_its_weights_are_from():
    judge = shipped_judge()
    assert set(judge.weights) == set(EVIDENCE)
    assert judge.chosen_by
    assert 0 < judge.threshold < 1


@pytest.mark.parametrize("threshold", [-0.1, 1.1])
def test_a_threshold_that_is_no_probability_is_refused(threshold):
    fields = {"chosen_by": "", "intercept": 0, "weights": {}, "threshold": threshold}
    with pytest.raises(ValidationError):
        JudgeWeights.model_validate(fields)
