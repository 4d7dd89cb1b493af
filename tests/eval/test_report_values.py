"""What the report counts: mistakes, confusion and curves, by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.party import Principal
from eval.report.confusion import confusion, label, several_unlike
from eval.report.curves import among_first, shipped, trades
from eval.report.mistakes import Mistake, mistakes_of, place_of_gold, wrong_by_gravest
from tests.eval.outcomes import outcome


def unanswerable(**changed):
    return outcome(answerable=False, gold=(), expected_principals=None, **changed)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (outcome("d#1"), ()),
        (outcome("d#9", "d#1"), (Mistake.WRONG_CLAUSE,)),
        (outcome("d#1", principals=("municipality",)), (Mistake.WRONG_PRINCIPALS,)),
        (
            outcome("d#9", principals=()),
            (Mistake.WRONG_CLAUSE, Mistake.WRONG_PRINCIPALS),
        ),
        (outcome("d#9", status="not_found", principals=()), (Mistake.FALSE_REFUSAL,)),
        (outcome("d#1", expected_principals=None, principals=("other",)), ()),
        (unanswerable(status="not_found"), ()),
        (unanswerable(status="answered"), (Mistake.FALSE_ANSWER,)),
        (
            unanswerable(status="answered", invalid_citations=("d#1: fel",)),
            (Mistake.INVALID_CITATION, Mistake.FALSE_ANSWER),
        ),
    ],
)
def test_every_mistake_is_found_the_gravest_first(found, expected):
    assert mistakes_of(found) == expected


def test_each_wrong_question_stands_once_under_its_gravest_mistake():
    asked = [outcome("d#9", id="a", principals=()), outcome("d#1", id="b")]
    found = wrong_by_gravest(asked)
    assert [one.id for one in found[Mistake.WRONG_CLAUSE]] == ["a"]
    assert sum(map(len, found.values())) == 1


def test_the_place_of_the_first_gold_clause_counts_from_one():
    assert place_of_gold(outcome("d#9", "d#1")) == 2
    assert place_of_gold(outcome("d#9")) is None


@pytest.mark.parametrize(
    ("principals", "expected"),
    [
        (["region"], "region"),
        (["both"], "several"),
        (["municipality", "other"], "several"),
        ([], "none"),
    ],
)
def test_a_set_of_principals_has_one_label(principals, expected):
    assert label(map(Principal, principals)) == expected


def test_the_confusion_counts_answerable_questions_whose_principals_are_known():
    asked = [
        outcome(),
        outcome(principals=("municipality", "region")),
        outcome(status="not_found", principals=()),
        outcome(expected_principals=("both",), principals=("region", "other")),
        outcome(expected_principals=None),
        unanswerable(),
    ]
    assert confusion(asked) == {
        ("region", "region"): 1,
        ("region", "several"): 1,
        ("region", "refused"): 1,
        ("several", "several"): 1,
    }
    assert several_unlike(asked) == 1


def test_the_share_among_the_first_k_rises_with_k():
    asked = [outcome("d#1"), outcome("d#9", "d#1"), outcome("d#9"), unanswerable()]
    shares = among_first(asked)["ours"]
    assert shares[:3] == [1 / 3, 2 / 3, 2 / 3]
    assert len(shares) == 10


def test_no_question_with_gold_gives_no_curve():
    assert among_first([unanswerable()]) == {}


def test_risk_and_coverage_at_each_threshold_by_hand():
    asked = [
        outcome(probability=0.9),
        outcome(probability=0.6),
        unanswerable(probability=0.7, status="answered"),
        unanswerable(probability=0.2, status="not_found"),
    ]
    made = [(t.threshold, t.coverage, t.risk) for t in trades(asked)]
    assert made == [
        (1.0, 0.0, 0.0),
        (0.9, 0.5, 0.0),
        (0.7, 0.5, 0.5),
        (0.6, 1.0, 0.5),
        (0.2, 1.0, 1.0),
    ]
    here = shipped(asked)
    assert (here.coverage, here.risk, here.threshold) == (1.0, 0.5, 0.6)


def test_what_a_rule_turned_away_is_answered_at_no_threshold():
    by_rule = [
        unanswerable(probability=0.95, status="not_found"),
        unanswerable(probability=0.0, status="out_of_scope"),
    ]
    last = trades([outcome(probability=0.5), *by_rule])[-1]
    assert (last.coverage, last.risk) == (1.0, 0.0)


def test_questions_of_one_kind_alone_have_no_trade():
    assert trades([outcome()]) == []
    assert trades([]) == []
    assert shipped([unanswerable()]) is None


@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 10), st.booleans()), min_size=1, max_size=30)
)
def test_more_coverage_never_has_less_risk_and_the_shipped_place_is_on_the_curve(drawn):
    asked = [
        outcome(
            "d#1", probability=p / 10, status="answered" if p >= 5 and not rule else "not_found"
        )
        if known
        else unanswerable(
            ranked=[{"clause": "d#1", "score": 1.0}],
            probability=p / 10,
            status="answered" if p >= 5 and not rule else "not_found",
        )
        for known, p, rule in drawn
    ]
    made = trades(asked)
    assert made == sorted(made, key=lambda t: (t.coverage, t.risk))
    here = shipped(asked)
    if here and any(not one.refused for one in asked):
        assert (here.coverage, here.risk) in {(t.coverage, t.risk) for t in made}
