"""Late interaction, against a plain loop."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from retrieval.encoding.encoded import normalise
from retrieval.index.token_index import SCALE, TokenIndex, packed

DIM = 6


def example(seed: int, lengths: list[int]) -> tuple[TokenIndex, np.ndarray]:
    """An index of windows with so many tokens, and the float32 tokens it was made of."""
    random = np.random.default_rng(seed)
    tokens = normalise(random.normal(size=(sum(lengths), DIM)).astype(np.float32))
    centre = tokens.mean(axis=0) if len(tokens) else np.zeros(DIM, np.float32)
    ends = np.cumsum(lengths)
    index = TokenIndex(
        tokens=packed(tokens, centre),
        centre=centre,
        spans=np.stack([ends - lengths, ends], axis=1).astype(np.int64),
        offsets=np.arange(sum(lengths), dtype=np.int32),
    )
    return index, tokens


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other)))


@effort(max_examples=30, deadline=None)
@given(
    st.integers(min_value=0, max_value=1000),
    st.lists(st.integers(min_value=1, max_value=6), min_size=1, max_size=5),
)
def test_similarities_are_the_cosines_of_centred_tokens(seed, lengths):
    index, tokens = example(seed, lengths)
    question = normalise(np.random.default_rng(seed + 1).normal(size=(3, DIM)).astype(np.float32))
    found = index.similarities(question, np.arange(len(lengths)))
    assert found.shape == (3, sum(lengths))
    for first, last in index.spans:
        matrix = found[:, first:last]
        for i, asked in enumerate(question):
            for j, token in enumerate(tokens[first:last]):
                if np.linalg.norm(token - index.centre) < 1e-3:
                    continue
                expected = cosine(asked - index.centre, token - index.centre)
                # One byte a number: at most half a step off in each.
                assert matrix[i, j] == pytest.approx(expected, abs=DIM / SCALE)


def test_windows_come_in_the_order_asked_for():
    index, _ = example(3, [2, 4, 1])
    question = np.eye(DIM, dtype=np.float32)[:2]
    whole = index.similarities(question, np.array([0, 1, 2]))
    again = index.similarities(question, np.array([2, 0, 2]))
    expected = np.concatenate([whole[:, 6:], whole[:, :2], whole[:, 6:]], axis=1)
    np.testing.assert_allclose(again, expected, atol=1e-6)
    assert index.lengths(np.array([2, 0, 2])).tolist() == [1, 2, 1]
    assert index.places(np.array([2, 0, 2])).tolist() == [6, 0, 1, 6]


def test_nothing_to_compare_is_nothing():
    index, _ = example(0, [2])
    found = index.similarities(np.eye(DIM, dtype=np.float32), np.zeros(0, np.int64))
    assert found.shape == (DIM, 0)


@given(st.integers(min_value=0, max_value=1000))
def test_packed_tokens_keep_their_direction(seed):
    tokens = np.random.default_rng(seed).normal(size=(5, 64)).astype(np.float32)
    centre = tokens.mean(axis=0)
    bytes_ = packed(tokens, centre)
    assert bytes_.dtype == np.int8
    for token, kept in zip(tokens, bytes_, strict=True):
        assert cosine(token - centre, kept.astype(np.float32)) > 0.995
