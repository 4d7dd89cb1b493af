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
    SIGNALS,
    Asked,
    RankingWeights,
    Signals,
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


def signal(parts: IndexParts, looked, name: str, asked: Asked) -> dict[str, float]:
    """A signal of every clause, by its reference."""
    candidates, looks = looked
    values = getattr(signals(parts, candidates, looks, asked), name)
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
    assert set(shipped_weights().weights) == set(SIGNALS)
    assert shipped_weights().chosen_by


def test_the_first_scores_and_the_looks_are_passed_on(parts, looked):
    candidates, looks = looked
    found = signals(parts, candidates, looks, NOTHING)
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
