"""The vectors that come with the program spare the encoding of its known questions."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from corpus.clause import DocumentId
from retrieval.encoder import Encoder
from retrieval.index.asking import asked_of, digest, encoded_questions
from retrieval.index.build import outside_texts, searched_text
from retrieval.index.lexical import words_of
from retrieval.known import place, shipped_questions, vectors
from retrieval.known.vectors import shipped_vectors, write_vectors
from retrieval.understand import Speller, worded
from tests.corpus.model_agreement import corpus


def random_vectors(count: int) -> dict[str, np.ndarray]:
    random = np.random.default_rng(0).normal(size=(count, 384)).astype(np.float32)
    unit = random / np.linalg.norm(random, axis=1, keepdims=True)
    return {digest(str(n), "model"): vector for n, vector in enumerate(unit)}


def read(monkeypatch: pytest.MonkeyPatch, folder: Path) -> dict[str, np.ndarray]:
    """What the program reads of ``folder``/data."""
    monkeypatch.setattr(vectors, "files", lambda package: folder)
    return shipped_vectors.__wrapped__()


def test_vectors_are_read_as_they_were_written_within_a_two_hundredth(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    written = random_vectors(40)
    write_vectors(tmp_path / "data" / vectors.FILE, written)
    found = read(monkeypatch, tmp_path)
    assert set(found) == set(written)
    asked = random_vectors(3).values()
    for key, vector in written.items():
        assert found[key].dtype == np.float32
        assert np.linalg.norm(found[key]) == pytest.approx(1, abs=1e-5)
        assert max(abs(float((found[key] - vector) @ each)) for each in asked) < 0.005


def test_the_same_vectors_make_the_same_file_in_any_order(tmp_path):
    written = random_vectors(5)
    write_vectors(tmp_path / "one.npz", written)
    write_vectors(tmp_path / "other.npz", dict(reversed(written.items())))
    one, other = (np.load(tmp_path / name) for name in ("one.npz", "other.npz"))
    for name in ("vectors", "digests"):
        np.testing.assert_array_equal(one[name], other[name])


def test_without_the_file_there_are_none(tmp_path, monkeypatch):
    assert read(monkeypatch, tmp_path) == {}


def word_counts(texts: dict[DocumentId, str]) -> dict[str, int]:
    searched = (searched_text(clause, texts[clause.document]) for clause in corpus().clauses)
    return dict(Counter(word for text in searched for word in set(words_of(text))))


def test_nearly_all_known_questions_of_the_model_agreement_have_a_vector(encoder: Encoder):
    """Else every new index encodes thousands of questions: ``make known-vectors`` mends it."""
    texts = {document.id: document.text for document in corpus().documents}
    speller = Speller(word_counts(texts))
    placed = place(shipped_questions(), corpus().clauses, texts)
    found = [
        digest(worded(each.question, speller), encoder.question_fingerprint) for each in placed
    ]
    assert len(found) > 2000
    assert sum(each in shipped_vectors() for each in found) >= 0.95 * len(found)


def test_every_question_that_no_corpus_answers_has_a_vector(encoder: Encoder):
    wanted = {digest(text, encoder.question_fingerprint) for text in outside_texts()}
    assert len(wanted) > 500
    assert wanted <= set(shipped_vectors())


def test_a_shipped_vector_is_what_the_model_makes_of_the_question(encoder: Encoder):
    texts = [worded(each.question) for each in shipped_questions()[::700]]
    keys = {digest(text, encoder.question_fingerprint): text for text in texts}
    kept = {key: shipped_vectors()[key] for key in keys if key in shipped_vectors()}
    assert len(kept) >= 5
    anew = encoded_questions([keys[key] for key in kept], encoder, {}, lambda *step: None)
    for key, vector in kept.items():
        assert float(vector @ anew[key]) > 0.999


class Unasked:
    """An encoder that may not be asked to encode anything."""

    dim, question_fingerprint = 384, "model"

    def encode_questions(self, texts):
        raise AssertionError(texts)


def test_a_question_with_a_shipped_vector_is_not_encoded(monkeypatch):
    from retrieval.index import asking
    from retrieval.known import KnownQuestion

    known = [KnownQuestion(question="vem fixar plan", gold=("modell-huvudavtal#7.4",))]
    key = digest(worded("vem fixar plan"), "model")
    vector = np.eye(384, dtype=np.float32)[3]
    monkeypatch.setattr(asking, "shipped_vectors", lambda: {key: vector})
    found = asked_of(corpus(), known, Unasked(), {}, {}, lambda *step: None)
    assert found.digests == (key,)
    np.testing.assert_array_equal(found.dense.vectors, [vector])
