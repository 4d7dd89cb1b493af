"""Refusals and their ROC-AUC, by hand and against counting every pair."""

from itertools import product
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.roc_auc import roc_auc
from eval.totals import totals
from tests.eval.outcomes import outcome


@pytest.mark.parametrize(
    ("positives", "negatives", "expected"),
    [
        ([0.9, 0.8], [0.1, 0.2], 1.0),
        ([0.1], [0.9], 0.0),
        ([0.5], [0.5], 0.5),
        ([0.9, 0.4], [0.5, 0.1], 3 / 4),  # 0.9>0.5, 0.9>0.1, 0.4<0.5, 0.4>0.1
        ([0.5, 0.5], [0.5, 0.1], (0.5 + 1 + 0.5 + 1) / 4),
    ],
)
def test_the_area_is_the_chance_that_a_positive_scores_above_a_negative(
    positives, negatives, expected
):
    scores = np.array([*positives, *negatives])
    positive = np.array([True] * len(positives) + [False] * len(negatives))
    assert roc_auc(scores, positive) == pytest.approx(expected)


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=2, max_size=40))
def test_the_area_agrees_with_counting_every_pair(scored):
    above = [score for score, positive in scored if positive]
    below = [score for score, positive in scored if not positive]
    area = roc_auc(
        np.array([score for score, _ in scored], dtype=np.float64),
        np.array([positive for _, positive in scored]),
    )
    if not above or not below:
        assert isnan(area)
        return
    wins = sum((a > b) + (a == b) / 2 for a, b in product(above, below))
    assert area == pytest.approx(wins / (len(above) * len(below)))


def unanswerable(**changed):
    return outcome(answerable=False, gold=(), expected_principals=None, **changed)


def test_false_answers_and_false_refusals_each_have_their_own_questions():
    made = totals(
        [
            outcome(status="answered"),
            outcome(status="shared"),
            outcome(status="not_stated"),
            outcome(status="not_found"),
            unanswerable(status="answered"),
            unanswerable(status="out_of_scope"),
        ]
    )
    assert made["false_refusals"] == 1 / 4
    assert made["coverage"] == 3 / 4
    assert made["false_answers"] == 1 / 2


def test_a_set_without_unanswerable_questions_has_no_false_answers_to_count():
    made = totals([outcome()])
    assert made["false_answers"] is None
    assert made["roc_auc"] is None
    assert made["intervals"]["roc_auc"] is None
