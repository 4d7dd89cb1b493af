"""N-grams and BM25, against hand arithmetic and the written formula."""

import math
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from retrieval.index.lexical import SIZES, LexicalIndex, ngrams, words_of

K1, B = 1.5, 0.75
TERMS = [["a", "b", "a"], ["b", "c"], ["c", "c", "c", "d"], []]


def bm25_by_the_formula(documents: list[list[str]], terms: set[str]) -> list[float]:
    """Robertson and others' BM25 with Lucene's inverse document frequency, written out."""
    mean = sum(map(len, documents)) / len(documents)
    scores = []
    for document in documents:
        counts = Counter(document)
        total = 0.0
        for term in terms:
            holding = sum(term in other for other in documents)
            if not holding:
                continue
            idf = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
            length = 1 - B + B * len(document) / mean
            total += idf * counts[term] / (K1 * length + counts[term])
        scores.append(total)
    return scores


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("?! – …", []),
        ("å", ["_å_"]),
        ("av", ["_av_"]),
        ("vem", ["_vem", "vem_", "_vem_"]),
        ("Vård", ["_vår", "vård", "ård_", "_vård", "vård_"]),
        ("Ål, is", ["_ål_", "_is_"]),
        ("2025:400", ["_202", "2025", "025_", "_2025", "2025_", "_400", "400_", "_400_"]),
        ("slut_punkt", [*ngrams("slut"), *ngrams("punkt")]),
    ],
)
def test_grams_are_pieces_of_a_word_with_its_ends_marked(text, expected):
    assert ngrams(text) == expected


@given(st.text(alphabet="abcåäö -", max_size=40))
def test_no_gram_reaches_over_two_words(text):
    grams = ngrams(text)
    assert all("_" not in gram.strip("_") for gram in grams)
    assert Counter(grams) == Counter(g for word in words_of(text) for g in ngrams(word))


@given(st.text(alphabet="abcdefåäö", min_size=4, max_size=30))
def test_a_long_word_has_every_piece_of_each_size(word):
    marked = f"_{word}_"
    expected = sum(len(marked) - size + 1 for size in SIZES)
    assert len(ngrams(word)) == expected


def test_a_score_by_hand_arithmetic():
    index = LexicalIndex.build([["a"], ["b"]])
    # One of two clauses holds "a": idf = ln(1 + 1.5 / 1.5) = ln 2; frequency 1 of mean length 1.
    np.testing.assert_allclose(index.bm25(["a"]), [math.log(2) / (1.5 + 1), 0], rtol=1e-6)


@pytest.mark.parametrize("asked", [{"a"}, {"b", "c"}, {"a", "d", "unknown"}, {"unknown"}, set()])
def test_scores_follow_the_formula(asked):
    found = LexicalIndex.build(TERMS).bm25(asked)
    np.testing.assert_allclose(found, bm25_by_the_formula(TERMS, asked), rtol=1e-5)
    assert found.dtype == np.float32


WORDS = st.sampled_from(["vård", "hem", "plan", "sår", "läkare"])


@effort(max_examples=40, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=6), min_size=1, max_size=6), st.lists(WORDS))
def test_any_scores_follow_the_formula(documents, asked):
    found = LexicalIndex.build(documents).bm25(asked)
    if any(documents):
        np.testing.assert_allclose(
            found, bm25_by_the_formula(documents, set(asked)), rtol=1e-4, atol=1e-6
        )
    else:
        assert not found.any()


def test_a_term_counts_once_however_often_it_is_said():
    index = LexicalIndex.build(TERMS)
    np.testing.assert_array_equal(index.bm25(["a", "a", "a"]), index.bm25(["a"]))


@pytest.mark.parametrize("terms", [[[]], [[], []], [["a"], []]])
def test_clauses_without_terms_score_nothing(terms):
    index = LexicalIndex.build(terms)
    assert index.bm25(["b", ""]).tolist() == [0.0] * len(terms)


def test_what_is_saved_scores_the_same(tmp_path: Path):
    index = LexicalIndex.build(TERMS)
    index.save(tmp_path / "words")
    loaded = LexicalIndex.load(tmp_path / "words", index.rows)
    np.testing.assert_array_equal(loaded.bm25(["b", "c"]), index.bm25(["b", "c"]))


def test_it_tells_where_terms_stand():
    index = LexicalIndex.build(TERMS)
    counts, here = index.standing(["a", "c", "d", "x", ""], np.array([2, 0, 3]))
    assert counts.tolist() == [1, 2, 1, 0, 0]
    assert here.tolist() == [
        [False, True, False],
        [True, False, False],
        [True, False, False],
        [False, False, False],
        [False, False, False],
    ]
