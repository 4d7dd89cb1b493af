"""The known questions beside the clauses, as the search sees them."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folder import Corpus
from retrieval.encoder import Encoder
from retrieval.index.asked import ENOUGH, AskedIndex
from retrieval.index.asking import kept_questions
from retrieval.index.build import build_parts
from retrieval.index.encode import kept_from
from retrieval.index.folder import read_parts, write_parts
from retrieval.index.lexical import ngrams
from retrieval.index.parts import IndexParts
from retrieval.known import KnownQuestion
from retrieval.understand import worded

CLAUSES, DIM = 5, 2
EAST, NORTH, WEST = (np.array(v, np.float32) for v in ((1, 0), (0, 1), (-1, 0)))
SLANTING = np.array((0.6, 0.8), np.float32)


def asked() -> AskedIndex:
    """Clause 3 has two known questions, clause 1 one; clauses 0, 2 and 4 have none."""
    return AskedIndex.build(
        CLAUSES,
        DIM,
        rows=[3, 1, 3],
        texts=["vem betalar plåster", "vem kör ambulansen", "vem köper förband"],
        vectors=[EAST, NORTH, WEST],
        digests=["a", "b", "c"],
    )


def test_pairs_are_kept_in_the_order_of_the_clauses():
    found = asked()
    assert found.rows.tolist() == [1, 3, 3]
    assert found.rows.dtype == np.int32
    assert found.digests == ("b", "a", "c")
    np.testing.assert_array_equal(found.dense.vectors, np.stack([NORTH, EAST, WEST]))
    assert found.beside() == ("1 b", "3 a", "3 c")


def test_which_clauses_have_known_questions_is_told_in_the_order_asked_for():
    rows = np.array([4, 3, 0, 1, 2])
    assert asked().told(rows).tolist() == [False, True, False, True, False]


def test_near_is_the_cosine_with_the_nearest_known_question_in_any_order_of_rows():
    rows = np.array([3, 0, 1, 4])
    # 0.6 to the first of clause 3, −0.6 to the second; 0.8 to that of clause 1.
    np.testing.assert_allclose(asked().near(SLANTING, rows), [0.6, 0, 0.8, 0], atol=1e-6)
    np.testing.assert_allclose(asked().near(WEST, rows), [1, 0, 0, 0], atol=1e-6)


@given(st.permutations(range(CLAUSES)))
def test_the_order_of_the_rows_does_not_matter(rows: list[int]):
    by_row = dict(zip(range(CLAUSES), asked().near(SLANTING, np.arange(CLAUSES)), strict=True))
    near = asked().near(SLANTING, np.array(rows))
    np.testing.assert_allclose(near, [by_row[row] for row in rows])


def test_words_are_of_all_known_questions_of_a_clause():
    found = asked()
    paid = found.words.bm25(ngrams("vem betalar förband"))
    assert paid[3] > paid[1] > 0  # "vem" alone
    assert paid[[0, 2, 4]].tolist() == [0, 0, 0]


def test_standard_scores_are_of_the_clauses_with_known_questions_alone():
    scores = np.array([9, 2, 9, 6, 9], np.float32)
    # Of 2 and 6 the mean is 4 and the deviation 2.
    assert asked().standard(scores).tolist() == [0, -1, 0, 1, 0]
    assert asked().standard(np.ones(CLAUSES, np.float32)).tolist() == [0] * CLAUSES


NONE_OUTSIDE = np.zeros((0, DIM), np.float32)


def test_likeness_is_measured_by_all_known_questions():
    found = asked()
    told = np.array([True, True, False])
    near = np.array([1.0, 0.0, 0.0], np.float32)
    # To the east the three cosines are 0, 1 and −1: mean 0, deviation √(2/3).
    deviation = (2 / 3) ** 0.5
    likeness = found.likeness(EAST, near, told, NONE_OUTSIDE)
    np.testing.assert_allclose(likeness, [1 / deviation, 0, 0], atol=1e-6)
    assert likeness.dtype == np.float32


def test_questions_that_nothing_answers_tell_what_is_usual_too():
    outside = np.stack([NORTH, SLANTING])
    told = np.array([True])
    # To the east the cosines are 0, 1 and −1 of known questions, 0 and 0.6 of the others.
    all_of_them = np.array([0, 1, -1, 0, 0.6])
    expected = (1 - all_of_them.mean()) / all_of_them.std()
    likeness = asked().likeness(EAST, np.ones(1, np.float32), told, outside)
    assert likeness.tolist() == pytest.approx([expected], abs=1e-5)


def test_the_only_known_question_is_alike_or_not_by_what_is_usual():
    alone = AskedIndex.build(1, DIM, [0], ["vem betalar"], [EAST], ["a"])
    outside = np.stack([NORTH, WEST, SLANTING])
    told, row = np.array([True]), np.array([0])
    same, other = (
        alone.likeness(vector, alone.near(vector, row), told, outside)[0] for vector in (EAST, WEST)
    )
    assert same > 1 > 0 > other


def test_few_known_questions_are_told_from_enough():
    rows = [0, *[2] * (ENOUGH - 1), *[3] * ENOUGH]
    many = len(rows)
    found = AskedIndex.build(
        CLAUSES, DIM, rows, ["vem"] * many, [EAST] * many, [str(n) for n in range(many)]
    )
    assert found.scarce(np.array([4, 3, 2, 1, 0])).tolist() == [False, False, True, False, True]
    assert found.scarce(np.zeros(0, np.int64)).tolist() == []


def test_without_any_known_question_nothing_is_near_and_nothing_fails():
    none = AskedIndex.none(CLAUSES, DIM)
    rows = np.arange(CLAUSES)
    told = none.told(rows)
    near = none.near(EAST, rows)
    assert not told.any()
    assert near.tolist() == [0] * CLAUSES
    assert none.likeness(EAST, near, told, NONE_OUTSIDE).tolist() == [0] * CLAUSES
    assert not none.scarce(rows).any()
    assert none.words.bm25(ngrams("vem betalar")).tolist() == [0] * CLAUSES
    assert none.standard(np.zeros(CLAUSES, np.float32)).tolist() == [0] * CLAUSES
    assert none.beside() == ()
    assert none.near(EAST, np.zeros(0, np.int64)).shape == (0,)


KNOWN = (
    KnownQuestion(question="vem fixar hemsjukvården", gold=("avtal#1.1",)),
    KnownQuestion(question="vem ser till att doktorn kommer hem", gold=("avtal#1.2", "avtal#2.1")),
)


@pytest.fixture(scope="module")
def told_parts(made: Corpus, small: Encoder, small_parts: IndexParts) -> IndexParts:
    return build_parts(made, small, kept_from(small_parts), known=KNOWN)


def test_a_question_stands_beside_every_clause_that_answers_it(told_parts: IndexParts):
    beside = [told_parts.clauses[row].reference for row in told_parts.asked.rows]
    assert sorted(beside) == ["avtal#1.1", "avtal#1.2", "avtal#2.1"]
    assert len(set(told_parts.asked.digests)) == 2


@pytest.mark.parametrize("known", [KNOWN, ()])
def test_what_is_written_is_read_again(
    tmp_path: Path, told_parts: IndexParts, small_parts: IndexParts, known: tuple
):
    parts = told_parts if known else small_parts
    write_parts(tmp_path / "index", parts)
    read = read_parts(tmp_path / "index").asked
    assert read.digests == parts.asked.digests
    np.testing.assert_array_equal(read.rows, parts.asked.rows)
    assert read.rows.dtype == np.int32
    assert read.dense.vectors.tobytes() == parts.asked.dense.vectors.tobytes()
    terms = ngrams("vem fixar doktorn")
    np.testing.assert_array_equal(read.words.bm25(terms), parts.asked.words.bm25(terms))
    rows = np.arange(len(parts.clauses))
    vector = parts.outside[0]
    np.testing.assert_array_equal(read.near(vector, rows), parts.asked.near(vector, rows))


def built(made: Corpus, small: Encoder, parts: IndexParts, *known: KnownQuestion) -> IndexParts:
    return build_parts(made, small, kept_from(parts), known=known)


@pytest.mark.parametrize(
    "known",
    [
        (),
        KNOWN[:1],
        (KNOWN[0], KNOWN[1].model_copy(update={"gold": ("avtal#1.2",)})),
        (KNOWN[0], KNOWN[1].model_copy(update={"gold": ("avtal#1.2", "avtal#2.2")})),
        (KNOWN[0].model_copy(update={"question": "vem fixar hemtjänsten"}), KNOWN[1]),
    ],
)
def test_the_fingerprint_changes_with_the_known_questions_and_their_places(
    made: Corpus, small: Encoder, told_parts: IndexParts, known: tuple[KnownQuestion, ...]
):
    assert built(made, small, told_parts, *known).fingerprint != told_parts.fingerprint


def test_the_fingerprint_does_not_change_with_known_questions_of_other_documents(
    made: Corpus, small: Encoder, told_parts: IndexParts
):
    elsewhere = KnownQuestion(question="vem klipper gräset", gold=("parkavtal#1",))
    again = built(made, small, told_parts, *KNOWN, elsewhere)
    assert again.fingerprint == told_parts.fingerprint


class Counting:
    """Passes questions on to an encoder and keeps them."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.given: list[str] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._encoder, name)

    def encode_questions(self, texts):
        self.given += texts
        return self._encoder.encode_questions(texts)


def test_only_new_known_questions_are_encoded(made: Corpus, small: Encoder, told_parts: IndexParts):
    new = KnownQuestion(question="vem kör till sjukhuset", gold=("avtal#4.1",))
    counting = Counting(small)
    parts = build_parts(
        made,
        counting,
        kept_from(told_parts),
        known=(*KNOWN, new),
        kept_asked=kept_questions(told_parts),
    )
    plain = Counting(small)
    build_parts(made, plain, kept_from(told_parts))
    assert sorted(counting.given) == sorted([*plain.given, worded(new.question)])
    kept = dict(zip(parts.asked.digests, parts.asked.dense.vectors, strict=True))
    for digest, vector in kept_questions(told_parts).items():
        assert kept[digest].tobytes() == vector.tobytes()


def test_the_questions_of_another_model_are_encoded_anew(
    made: Corpus, small: Encoder, told_parts: IndexParts
):
    other = Counting(small)
    other.question_fingerprint = "another adapter"
    kept = kept_questions(told_parts)
    parts = build_parts(made, other, kept_from(told_parts), known=KNOWN, kept_asked=kept)
    assert {worded(each.question) for each in KNOWN} <= set(other.given)
    assert not set(parts.asked.digests) & set(kept)


def test_kept_vectors_outlive_the_index_that_they_are_from(told_parts: IndexParts):
    kept = kept_questions(told_parts)
    assert all(vector.base is None or vector.base.flags.owndata for vector in kept.values())
