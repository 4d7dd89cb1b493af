"""Principals, citations, times, intervals and groups."""

import numpy as np
import pytest

from corpus.party import Principal
from eval.bootstrap import draws, interval, mean_of, value
from eval.principals import principals_agree
from eval.totals import figures, grouped, totals
from tests.eval.outcomes import outcome

M, R, BOTH = Principal.MUNICIPALITY, Principal.REGION, Principal.BOTH


@pytest.mark.parametrize(
    ("expected", "found", "agree"),
    [
        ([M], [M], True),
        ([M, R], [R, M], True),
        ([BOTH], [M, R], True),
        ([M], [M, R], False),
        ([M, R], [M], False),
        ([], [], True),
        ([], [M], False),
    ],
)
def test_principals_agree_when_they_are_the_same_set(expected, found, agree):
    assert principals_agree(expected, found) is agree


def test_principal_accuracy_looks_at_answered_questions_whose_principals_are_known():
    made = totals(
        [
            outcome(principals=("region",)),
            outcome(principals=("municipality",)),
            outcome(principals=("region",), status="not_found"),
            outcome(expected_principals=None),
            outcome(answerable=False, gold=(), principals=("region",)),
        ]
    )
    assert made["principal_accuracy"] == 1 / 2
    assert made["principal_accuracy_all"] == pytest.approx(1 / 3, abs=1e-4)


def test_citation_validity_is_the_share_of_all_citations():
    made = totals([outcome(citations=3), outcome(citations=1, invalid_citations=("d#1: fel",))])
    assert made["citation_validity"] == 3 / 4
    assert made["counts"]["invalid_citations"] == 1


def test_the_times_are_the_median_and_the_95th_percentile():
    made = totals([outcome(milliseconds=float(n)) for n in range(1, 102)])
    assert made["milliseconds_p50"] == 51.0
    assert made["milliseconds_p95"] == 96.0


def test_totals_of_nothing_have_no_values():
    made = totals([])
    assert made["R@1"] is None
    assert made["milliseconds_p50"] is None
    assert made["counts"]["questions"] == 0


def test_groups_are_named_and_outcomes_without_a_name_are_left_out():
    made = grouped(
        [outcome(style="formal"), outcome(style="english"), outcome(style=None)],
        lambda one: one.style,
    )
    assert list(made) == ["english", "formal"]
    assert made["formal"]["counts"]["questions"] == 1


def test_the_mean_leaves_out_what_has_no_value():
    assert value(mean_of(np.array([1.0, np.nan, 0.0, 1.0])), 4) == pytest.approx(2 / 3)


def test_the_interval_is_the_same_each_time_and_holds_the_figure():
    values = np.array([1.0] * 64 + [0.0] * 36)
    low, high = interval(mean_of(values), draws(100))
    assert (low, high) == interval(mean_of(values), draws(100))
    # about 0.64 ± 1.96 · √(0.64 · 0.36 / 100) = 0.64 ± 0.094
    assert low == pytest.approx(0.546, abs=0.02)
    assert high == pytest.approx(0.734, abs=0.02)


def test_an_interval_of_certain_values_has_no_width():
    assert interval(mean_of(np.ones(10)), draws(10)) == (1.0, 1.0)


def test_a_figure_without_any_value_has_no_interval():
    assert interval(mean_of(np.full(3, np.nan)), draws(3)) is None


def test_the_figures_of_the_contract_are_there():
    assert set(figures([outcome()])) == {
        "R@1",
        "R@3",
        "R@5",
        "R@10",
        "S@1",
        "MRR@10",
        "nDCG@10",
        "false_answers",
        "false_refusals",
        "coverage",
        "principal_accuracy",
        "principal_accuracy_all",
        "citation_validity",
        "roc_auc",
    }
