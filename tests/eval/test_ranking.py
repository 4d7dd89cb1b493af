"""The ranking figures by hand, and that the order of the ranking is what counts."""

from math import isnan, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.ranking import ranking_values
from tests.eval.outcomes import outcome

TWO_GOLD = {"gold": ("d#1", "d#2")}


@pytest.mark.parametrize(
    ("figure", "ranked", "changed", "expected"),
    [
        ("R@1", ["d#1", "d#9"], {}, 1.0),
        ("R@1", ["d#9", "d#1"], {}, 0.0),
        ("R@1", ["d#1", "d#2"], TWO_GOLD, 1 / 2),  # one of two gold clauses among the first one
        ("S@1", ["d#1", "d#2"], TWO_GOLD, 1.0),
        ("R@3", ["d#9", "d#8", "d#1"], {}, 1.0),
        ("R@5", ["d#9", "d#1", "d#8", "d#7", "d#2"], TWO_GOLD, 1.0),
        ("R@5", ["d#9", "d#8", "d#7", "d#6", "d#5", "d#1"], {}, 0.0),
        ("R@10", ["d#9", "d#8", "d#7", "d#6", "d#5", "d#1"], {}, 1.0),
        ("MRR@10", ["d#9", "d#8", "d#1"], {}, 1 / 3),
        ("MRR@10", ["d#9", "d#2", "d#1"], TWO_GOLD, 1 / 2),
        ("nDCG@10", ["d#9", "d#8", "d#1"], {}, 1 / log2(4)),  # gain at place 3, ideal at place 1
        (
            "nDCG@10",
            ["d#1", "d#9", "d#2"],
            TWO_GOLD,
            (1 / log2(2) + 1 / log2(4)) / (1 / log2(2) + 1 / log2(3)),
        ),
        ("MRR@10", [], {}, 0.0),
        ("R@10", [], {}, 0.0),
    ],
)
def test_each_figure_agrees_with_the_arithmetic_beside_it(figure, ranked, changed, expected):
    assert ranking_values([outcome(*ranked, **changed)])[figure][0] == pytest.approx(expected)


def test_the_order_counts_and_not_the_score():
    tied = [{"clause": clause, "score": 0.5} for clause in ("z#1", "d#1", "a#1")]
    values = ranking_values([outcome(ranked=tied)])
    assert values["MRR@10"][0] == pytest.approx(1 / 2)


def test_a_clause_that_is_ranked_twice_takes_one_place():
    values = ranking_values([outcome("d#9", "d#9", "d#1")])
    assert values["MRR@10"][0] == pytest.approx(1 / 2)


def test_unanswerable_questions_are_left_out():
    values = ranking_values([outcome("d#1"), outcome("d#1", answerable=False, gold=())])
    assert values["R@1"][0] == 1.0
    assert isnan(values["R@1"][1])


def test_refused_questions_count_by_their_ranking():
    assert ranking_values([outcome("d#1", status="not_found")])["R@1"][0] == 1.0


@given(
    st.lists(st.sampled_from([f"d#{n}" for n in range(12)]), unique=True, max_size=10),
    st.sets(st.sampled_from([f"d#{n}" for n in range(12)]), min_size=1),
)
def test_the_figures_agree_with_a_plain_count(ranked: list[str], gold: set[str]):
    values = ranking_values([outcome(*ranked, gold=tuple(sorted(gold)))])
    for depth in (1, 3, 5, 10):
        assert values[f"R@{depth}"][0] == pytest.approx(len(gold & set(ranked[:depth])) / len(gold))
    first = next((n for n, clause in enumerate(ranked, 1) if clause in gold), None)
    assert values["MRR@10"][0] == pytest.approx(1 / first if first else 0)
