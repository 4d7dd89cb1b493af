"""Rank: signals and the sum of their weights."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clause import ClauseId, DocumentId
from corpus.duty import Phase
from corpus.party import Principal
from retrieval.concepts import Concepts
from retrieval.encoder import Encoder
from retrieval.index.parts import IndexParts
from retrieval.steps.rank import (
    BASES,
    CONSTANT,
    KNOWN,
    SIGNALS,
    Asked,
    RankingWeights,
    Signals,
    filled,
    rank,
    shipped_weights,
    signals,
)
from retrieval.steps.retrieve import Candidates, first_scores, retrieve
from retrieval.steps.search import rarity
from retrieval.steps.second_look import Looks, look

QUESTION = "Vem ansvarar för hemsjukvården?"
NOTHING = Asked(
    principals=frozenset(),
    phases=frozenset(),
    asks_who=False,
    named_documents=frozenset(),
    named_clauses=frozenset(),
)
NUMBERS = st.floats(min_value=-5, max_value=5, width=32)


@pytest.fixture(scope="module")
def looked(parts: IndexParts, encoder: Encoder) -> tuple[Candidates, Looks]:
    encoded = encoder.encode_question(QUESTION)
    scores = first_scores(parts, encoded.vector, QUESTION, Concepts.load().find(QUESTION))
    candidates = retrieve(parts, scores, np.ones(len(parts.clauses), np.bool_))
    return candidates, look(parts, encoded, rarity(parts, QUESTION, encoded), candidates.rows)


def none(candidates: Candidates) -> np.ndarray:
    """The likeness of candidates without known questions."""
    return np.zeros(len(candidates.rows), np.float32)


def signal(parts: IndexParts, looked, name: str, asked: Asked) -> dict[str, float]:
    """A signal of every clause, by its reference."""
    candidates, looks = looked
    values = getattr(signals(parts, candidates, looks, asked, none(candidates)), name)
    references = [parts.clauses[row].reference for row in candidates.rows]
    return dict(zip(references, values.tolist(), strict=True))


def made_signals(columns: list[list[float]]) -> Signals:
    named = zip(SIGNALS, np.array(columns, np.float32).T, strict=True)
    return Signals(**dict(named))


ROWS = st.lists(st.lists(NUMBERS, min_size=len(SIGNALS), max_size=len(SIGNALS)), min_size=1)


@given(ROWS, st.lists(NUMBERS, min_size=len(SIGNALS), max_size=len(SIGNALS)))
def test_the_score_is_the_sum_of_weights_times_signals_best_first(rows, numbers):
    weights = dict(zip(SIGNALS, numbers, strict=True))
    order, scores = rank(made_signals(rows), RankingWeights(chosen_by="", weights=weights))
    assert sorted(order.tolist()) == list(range(len(rows)))
    for position, score in zip(order, scores, strict=True):
        by_hand = sum(w * s for w, s in zip(numbers, rows[position], strict=True))
        assert score == pytest.approx(by_hand, abs=1e-3)
    assert (np.diff(scores) <= 0).all()


def test_of_equal_scores_the_first_candidate_stays_first():
    zero = RankingWeights(chosen_by="", weights=dict.fromkeys(SIGNALS, 0.0))
    order, _ = rank(made_signals([[1.0] * len(SIGNALS)] * 4), zero)
    assert order.tolist() == [0, 1, 2, 3]


def test_the_shipped_weights_name_every_signal():
    shipped = shipped_weights()
    assert set(shipped.weights) == set(SIGNALS)
    assert set(shipped.expected) == set(KNOWN)
    assert all(set(linear) == {*BASES, CONSTANT} for linear in shipped.expected.values())
    assert shipped.chosen_by


def test_the_first_scores_and_the_looks_are_passed_on(parts, looked):
    candidates, looks = looked
    likeness = np.arange(len(candidates.rows), dtype=np.float32)
    found = signals(parts, candidates, looks, NOTHING, likeness)
    np.testing.assert_array_equal(found.likeness, likeness)
    np.testing.assert_array_equal(found.asked, candidates.asked)
    np.testing.assert_array_equal(found.dense, candidates.dense)
    np.testing.assert_array_equal(found.words, candidates.words)
    np.testing.assert_allclose(found.even, 100 * looks.even)
    np.testing.assert_allclose(found.rare, 100 * looks.rare)
    for name in ("named", "duty", "party", "phase"):
        assert not getattr(found, name).any()


@pytest.mark.parametrize("document", [DocumentId("avtal"), None])
def test_a_named_clause_goes_before_a_named_document(parts, looked, document):
    asked = replace(
        NOTHING,
        named_documents=frozenset({"avtal"}),
        named_clauses=frozenset({(document, ClauseId("2.2"))}),
    )
    found = signal(parts, looked, "named", asked)
    assert found["avtal#2.2"] > found["avtal#2.1"] > found["utkast#1.1"] == 0


def test_a_clause_that_tells_who_counts_only_when_who_is_asked(parts, looked):
    found = signal(parts, looked, "duty", replace(NOTHING, asks_who=True))
    assert found["avtal#1.1"] == 1
    assert found["avtal#3.1"] == 0
    assert not any(signal(parts, looked, "duty", NOTHING).values())


@pytest.mark.parametrize(
    ("principals", "expected"),
    [
        ({Principal.MUNICIPALITY}, {"avtal#1.1": 1.0, "avtal#1.2": 0.0, "avtal#2.1": 1.0}),
        ({Principal.REGION}, {"avtal#1.1": 0.0, "avtal#1.2": 1.0, "avtal#2.1": 1.0}),
        (
            {Principal.REGION, Principal.MUNICIPALITY},
            {"avtal#1.1": 0.5, "avtal#2.1": 1.0, "avtal#3.1": 0.0},
        ),
    ],
)
def test_a_clause_counts_for_its_share_of_the_parties_asked_about(
    parts, looked, principals, expected
):
    found = signal(parts, looked, "party", replace(NOTHING, principals=frozenset(principals)))
    assert {reference: found[reference] for reference in expected} == expected


def test_a_clause_counts_when_it_tells_of_the_phase_asked_about(parts, looked):
    for phase in Phase:
        found = signal(parts, looked, "phase", replace(NOTHING, phases=frozenset({phase})))
        for clause in parts.clauses:
            expected = any(duty.phase is phase for duty in clause.duties)
            assert found[clause.reference] == float(expected)


EXPECTED = {
    "asked": dict.fromkeys(BASES, 0.0) | {"dense": 2.0, CONSTANT: 0.5},
    "likeness": dict.fromkeys(BASES, 0.0) | {"words": 1.0, "rare": -1.0, CONSTANT: 0.0},
}
EXPECTING = RankingWeights(chosen_by="", weights={}, expected=EXPECTED)


def two_candidates(**columns: list[float]) -> Signals:
    zeros = [0.0, 0.0]
    return made_signals(np.array([columns.get(name, zeros) for name in SIGNALS]).T.tolist())


def test_what_a_clause_without_known_questions_lacks_is_expected_from_its_other_signals():
    found = two_candidates(
        dense=[1.0, 3.0], words=[2.0, 5.0], rare=[0.0, 1.0], asked=[7.0, 0.0], likeness=[8.0, 0.0]
    )
    seen = filled(found, np.array([True, False]), EXPECTING)
    assert seen.asked.tolist() == [7.0, 2 * 3.0 + 0.5]
    assert seen.likeness.tolist() == [8.0, 5.0 - 1.0]
    assert seen.matrix().dtype == np.float32
    for name in set(SIGNALS) - set(KNOWN):
        assert getattr(seen, name) is getattr(found, name)


def test_nothing_is_expected_where_every_candidate_has_known_questions():
    found = two_candidates(asked=[0.0, 1.0])
    assert filled(found, np.array([True, True]), EXPECTING) is found


def test_a_clause_with_few_known_questions_gets_no_less_than_is_expected():
    found = two_candidates(
        dense=[1.0, 1.0], words=[3.0, 3.0], asked=[9.0, -2.0], likeness=[1.0, 4.0]
    )
    told = np.array([True, True])
    seen = filled(found, told, EXPECTING, scarce=np.array([True, True]))
    assert seen.asked.tolist() == [9.0, 2 * 1.0 + 0.5]
    assert seen.likeness.tolist() == [3.0, 4.0]
    enough = filled(found, told, EXPECTING, scarce=np.array([False, True]))
    assert (enough.asked[0], enough.likeness[0]) == (9.0, 1.0)


def test_of_two_alike_clauses_the_one_without_known_questions_is_not_put_behind():
    """The known questions of the first say just what is expected of such a clause."""
    weights = shipped_weights()
    typical = {"dense": 3.0, "words": 3.0, "concepts": 1.0, "even": -5.0, "rare": -5.0}
    alike = two_candidates(**{name: [value, value] for name, value in typical.items()})
    neither = filled(alike, np.array([False, False]), weights)
    told = replace(neither, **{name: getattr(neither, name) * np.float32([1, 0]) for name in KNOWN})
    apart = np.array([True, False])
    scores = filled(told, apart, weights).matrix() @ weights.vector()
    assert scores[1] == pytest.approx(scores[0], abs=1e-4)
    # Left at nothing it would stand far behind.
    left = told.matrix() @ weights.vector()
    assert left[0] - left[1] > 1
