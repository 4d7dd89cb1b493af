"""Retrieve: z-scores and their weighted sum, against the formula written out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from retrieval.concepts import Concepts
from retrieval.encoder import Encoder
from retrieval.index.lexical import ngrams
from retrieval.index.parts import IndexParts
from retrieval.steps.retrieve import Candidates, first_scores, retrieve

QUESTIONS = (
    "Vem ansvarar för hemsjukvården?",
    "vem betalr medisinen",
    "Who pays for medicine given at home?",
    "zzz",
)


def z_scores(values: np.ndarray) -> np.ndarray:
    return np.zeros(len(values)) if values.std() == 0 else (values - values.mean()) / values.std()


def found_for(
    question: str, parts: IndexParts, encoder: Encoder, allowed: np.ndarray
) -> Candidates:
    scores = first_scores(
        parts, encoder.encode_question(question).vector, question, Concepts.load().find(question)
    )
    return retrieve(parts, scores, allowed)


def everything(parts: IndexParts) -> np.ndarray:
    return np.ones(len(parts.clauses), np.bool_)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_fused_score_is_the_weighted_sum_of_z_scores(
    parts: IndexParts, encoder: Encoder, question: str
) -> None:
    found = found_for(question, parts, encoder, everything(parts))
    cosines = parts.dense.vectors @ encoder.encode_question(question).vector
    best = np.array(
        [cosines[parts.windows[:, 0] == row].max() for row in range(len(parts.clauses))]
    )
    dense = (best - cosines.mean()) / cosines.std()
    words = z_scores(parts.words.bm25(ngrams(question)).astype(float))
    concepts = z_scores(parts.concepts.bm25(Concepts.load().find(question)).astype(float))
    np.testing.assert_allclose(found.dense, dense[found.rows], atol=1e-3)
    np.testing.assert_allclose(found.words, words[found.rows], atol=1e-4)
    np.testing.assert_allclose(found.concepts, concepts[found.rows], atol=1e-4)
    fused = 0.7 * dense + 0.3 * words + 0.2 * concepts
    np.testing.assert_allclose(found.fused, fused[found.rows], atol=1e-3)
    assert sorted(found.rows.tolist()) == list(range(len(parts.clauses)))


@effort(max_examples=25, deadline=None)
@given(st.lists(st.booleans(), min_size=17, max_size=17), st.sampled_from(QUESTIONS))
def test_only_allowed_clauses_are_found_best_first_and_once(parts, encoder, allowed, question):
    mask = np.array(allowed)
    found = found_for(question, parts, encoder, mask)
    assert set(found.rows.tolist()) == set(np.flatnonzero(mask).tolist())
    assert len(set(found.rows.tolist())) == len(found.rows)
    assert (np.diff(found.fused) <= 0).all()


def test_what_is_allowed_does_not_change_a_clauses_scores(parts, encoder) -> None:
    """Scores are over all clauses: leaving some out moves no other one."""
    whole = found_for(QUESTIONS[0], parts, encoder, everything(parts))
    some = everything(parts)
    some[::2] = False
    kept = [i for i, row in enumerate(whole.rows) if some[row]]
    found = found_for(QUESTIONS[0], parts, encoder, some)
    np.testing.assert_array_equal(found.rows, whole.rows[kept])
    np.testing.assert_array_equal(found.fused, whole.fused[kept])


def test_the_first_of_the_candidates_are_the_best(parts, encoder) -> None:
    whole = found_for(QUESTIONS[0], parts, encoder, everything(parts))
    first = whole.first(3)
    for name in ("rows", "dense", "words", "concepts", "fused"):
        np.testing.assert_array_equal(getattr(first, name), getattr(whole, name)[:3])
