"""The second look, against a plain loop; and the rarity of the question's words."""

import math
from dataclasses import replace

import numpy as np
import pytest

from retrieval.encoder import Encoded, Encoder
from retrieval.index.parts import IndexParts
from retrieval.steps.search import rarity
from retrieval.steps.second_look import look

QUESTION = "Vem ska anteckna uttag av läkemedel i listan?"


@pytest.fixture(scope="module")
def encoded(encoder: Encoder) -> Encoded:
    return encoder.encode_question(QUESTION)


def unit(vector: np.ndarray) -> np.ndarray:
    return vector / np.linalg.norm(vector)


def late_interaction(
    parts: IndexParts, question: Encoded, weights: np.ndarray, row: int
) -> tuple[float, float]:
    """Khattab and Zaharia's max-sim, even and weighted, of the clause's best window."""
    even, rare = [], []
    for window in np.flatnonzero(parts.windows[:, 0] == row):
        first, last = parts.tokens.spans[window]
        tokens = parts.tokens.tokens[first:last].astype(np.float64) / 127
        best = [
            max(0.0, *(float(unit(asked - parts.tokens.centre) @ token) for token in tokens))
            for asked in question.tokens.astype(np.float64)
        ]
        even.append(sum(best) / len(best))
        rare.append(sum(w * b for w, b in zip(weights, best, strict=True)))
    return max(even), max(rare)


def test_the_scores_are_those_of_a_plain_loop(parts: IndexParts, encoded: Encoded) -> None:
    weights = rarity(parts, QUESTION, encoded)
    rows = np.array([8, 0, 5, 16, 3])
    looks = look(parts, encoded, weights, rows)
    for place, row in enumerate(rows):
        even, rare = late_interaction(parts, encoded, weights, int(row))
        assert looks.even[place] == pytest.approx(even, abs=1e-4)
        assert looks.rare[place] == pytest.approx(rare, abs=1e-4)


def test_matches_say_where_in_the_document_each_token_stands(parts, encoded) -> None:
    weights = rarity(parts, QUESTION, encoded)
    looks = look(parts, encoded, weights, np.array([8]))
    offsets, matches = looks.match(0)
    clause = parts.clauses[8]
    assert matches.shape == (len(encoded.tokens), len(offsets))
    inside = offsets[offsets >= 0]
    assert inside.min() == clause.start
    assert inside.max() < clause.end
    # A word of the question that the clause says too is matched best where it says it.
    text = next(d.text for d in parts.documents if d.id == clause.document)
    place = text.index("anteckna")
    asked = (encoded.offsets[:, 0] >= 8) & (encoded.offsets[:, 0] < 16)
    best = offsets[matches[asked].sum(axis=0).argmax()]
    assert place <= best < place + len("anteckna")


def test_each_candidate_has_the_matches_of_its_own_tokens(parts, encoded) -> None:
    weights = rarity(parts, QUESTION, encoded)
    rows = np.array([3, 8, 0])
    together = look(parts, encoded, weights, rows)
    for position, row in enumerate(rows):
        alone = look(parts, encoded, weights, np.array([row]))
        for found, expected in zip(together.match(position), alone.match(0), strict=True):
            np.testing.assert_allclose(found, expected, atol=1e-6)


def test_a_clause_without_tokens_matches_nothing(parts, encoded) -> None:
    spans = parts.tokens.spans.copy()
    spans[-1] = spans[-1, 1]
    spans[5] = spans[5, 1]
    bare = replace(parts, tokens=replace(parts.tokens, spans=spans))
    weights = rarity(parts, QUESTION, encoded)
    rows = np.flatnonzero(np.isin(np.arange(len(parts.clauses)), [4, 5, len(parts.clauses) - 1]))
    looks = look(bare, encoded, weights, rows)
    assert looks.even[0] > 0
    assert looks.even[1:].tolist() == looks.rare[1:].tolist() == [0, 0]
    assert looks.match(1)[1].shape == (len(encoded.tokens), 0)


def test_no_candidates_and_no_question_give_nothing(parts, encoded, encoder) -> None:
    weights = rarity(parts, QUESTION, encoded)
    assert len(look(parts, encoded, weights, np.zeros(0, np.int64)).even) == 0
    empty = encoder.encode_question("")
    looks = look(parts, empty, rarity(parts, "", empty), np.array([0, 1]))
    assert looks.even.tolist() == looks.rare.tolist() == [0, 0]
    offsets, matches = looks.match(1)
    assert (len(offsets), matches.shape) == (0, (0, 0))


def test_rarity_is_the_inverse_document_frequency_of_each_tokens_word(parts, encoder) -> None:
    text = "kommunen sårmaterial"
    encoded = encoder.encode_question(text)
    total = len(parts.clauses)
    raw = [
        math.log((total + 1) / (1 + parts.word_counts[word])) + 0.1
        for start, _ in encoded.offsets
        for word in ["kommunen" if start < 8 else "sårmaterial"]
    ]
    np.testing.assert_allclose(rarity(parts, text, encoded), np.array(raw) / sum(raw), rtol=1e-5)


def test_a_word_that_no_clause_holds_weighs_most(parts, encoder) -> None:
    text = "kommunen zebra"
    encoded = encoder.encode_question(text)
    weights = rarity(parts, text, encoded)
    starts = encoded.offsets[:, 0]
    assert weights.sum() == pytest.approx(1)
    assert weights[starts >= 9].min() > weights[starts < 8].max()
