"""The dense part, against plain numpy."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from retrieval.encoding.encoded import normalise
from retrieval.index.dense import DenseIndex

DIM = 8


def example(seed: int, clauses: int = 12) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Window vectors, clause rows with one to three windows each, and a question."""
    random = np.random.default_rng(seed)
    rows = np.repeat(np.arange(clauses, dtype=np.int32), random.integers(1, 4, clauses))
    vectors = normalise(random.normal(size=(len(rows), DIM)).astype(np.float32))
    question = normalise(random.normal(size=DIM).astype(np.float32))
    return vectors, rows, question


def best_by_clause(vectors: np.ndarray, rows: np.ndarray, question: np.ndarray) -> np.ndarray:
    cosines = vectors @ question
    return np.array([cosines[rows == row].max() for row in np.unique(rows)])


SEEDS = st.integers(min_value=0, max_value=10_000)


@effort(max_examples=30, deadline=None)
@given(SEEDS)
def test_a_clause_has_the_cosine_of_its_best_window(seed):
    vectors, rows, question = example(seed)
    index = DenseIndex.build(vectors, rows)
    found = index.cosine(question, np.arange(12))
    np.testing.assert_allclose(found, best_by_clause(vectors, rows, question), atol=1e-6)
    some = np.array([1, 4, 11])
    np.testing.assert_allclose(index.cosine(question, some), found[some], atol=1e-6)


@effort(max_examples=30, deadline=None)
@given(SEEDS, st.integers(min_value=1, max_value=40))
def test_the_nearest_windows_name_their_clauses_once_and_nearest_first(seed, count):
    vectors, rows, question = example(seed)
    found = DenseIndex.build(vectors, rows).nearest(question, count)
    order = rows[np.argsort(-(vectors @ question), kind="stable")[:count]]
    assert found.tolist() == list(dict.fromkeys(order.tolist()))


@effort(max_examples=30, deadline=None)
@given(SEEDS, st.lists(st.booleans(), min_size=12, max_size=12))
def test_only_allowed_clauses_are_found(seed, allowed):
    vectors, rows, question = example(seed)
    found = DenseIndex.build(vectors, rows).nearest(question, 100, np.array(allowed))
    scores = best_by_clause(vectors, rows, question)
    expected = [row for row in np.argsort(-scores) if allowed[row]]
    assert found.tolist() == expected


@effort(max_examples=30, deadline=None)
@given(SEEDS)
def test_mean_and_spread_are_those_of_all_windows(seed):
    vectors, rows, question = example(seed)
    mean, deviation = DenseIndex.build(vectors, rows).spread(question)
    cosines = vectors @ question
    np.testing.assert_allclose([mean, deviation], [cosines.mean(), cosines.std()], atol=1e-5)


def test_the_spread_of_one_window_is_no_zero_to_divide_by():
    vector = normalise(np.ones(DIM, np.float32))
    mean, deviation = DenseIndex.build(vector[None], np.zeros(1, np.int32)).spread(vector)
    assert mean == pytest.approx(1)
    assert deviation > 0


def test_no_clauses_have_no_cosines():
    vectors, rows, question = example(0)
    assert len(DenseIndex.build(vectors, rows).cosine(question, np.zeros(0, np.int64))) == 0


def test_what_is_written_is_read_bit_by_bit(tmp_path: Path):
    vectors, rows, _ = example(1)
    index = DenseIndex.build(vectors, rows)
    (tmp_path / "windows.faiss").write_bytes(index.dumped())
    loaded = DenseIndex.load(tmp_path / "windows.faiss", rows)
    assert loaded.vectors.tobytes() == index.vectors.tobytes() == vectors.tobytes()
