"""Encoding of the known questions that a corpus answers."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.folder import Corpus
from corpus.progress import Progress
from retrieval.encoder import Encoder
from retrieval.index.asked import AskedIndex
from retrieval.index.parts import IndexParts
from retrieval.known import KnownQuestion, place
from retrieval.known.vectors import DIGEST, shipped_vectors
from retrieval.understand import Speller, worded

Floats = NDArray[np.float32]

STAGE = "questions"
AT_ONCE = 256
"""Questions that are encoded together: their tokens are not kept."""


def asked_of(
    corpus: Corpus,
    known: Sequence[KnownQuestion],
    encoder: Encoder,
    word_counts: Mapping[str, int],
    kept: Mapping[str, Floats],
    progress: Progress,
) -> AskedIndex:
    """The known questions beside the clauses; only what ``kept`` lacks is encoded."""
    placed = place(known, corpus.clauses, {d.id: d.text for d in corpus.documents})
    speller = Speller(word_counts)
    texts = [worded(each.question, speller) for each in placed]
    vectors = encoded_questions(texts, encoder, {**shipped_vectors(), **kept}, progress)
    digests = [digest(text, encoder.question_fingerprint) for text in texts]
    pairs = [(row, position) for position, each in enumerate(placed) for row in each.rows]
    return AskedIndex.build(
        len(corpus.clauses),
        encoder.dim,
        [row for row, _ in pairs],
        [texts[position] for _, position in pairs],
        [vectors[digests[position]] for _, position in pairs],
        [digests[position] for _, position in pairs],
    )


def outside_of(texts: Sequence[str], encoder: Encoder, progress: Progress) -> Floats:
    """The vectors (len(texts), dim) of questions that no corpus answers. They are taken as they
    are written: no corpus has words that would mend their spelling."""
    vectors = encoded_questions(texts, encoder, shipped_vectors(), progress)
    return np.stack([vectors[digest(text, encoder.question_fingerprint)] for text in texts])


def encoded_questions(
    texts: Sequence[str], encoder: Encoder, kept: Mapping[str, Floats], progress: Progress
) -> dict[str, Floats]:
    """The vector of each text by its digest; only what ``kept`` lacks is encoded."""
    wanted = {digest(text, encoder.question_fingerprint): text for text in texts}
    new = [(key, text) for key, text in wanted.items() if key not in kept]
    found = {key: kept[key] for key in wanted if key in kept}
    for start in range(0, len(new), AT_ONCE):
        progress(STAGE, start, len(new))
        some = new[start : start + AT_ONCE]
        encoded = encoder.encode_questions([text for _, text in some])
        found.update((key, each.vector) for (key, _), each in zip(some, encoded, strict=True))
    progress(STAGE, len(new), len(new))
    return found


def digest(text: str, fingerprint: str) -> str:
    """What names the vector of a question as it is searched, 32 hexadecimal digits."""
    return hashlib.sha256(f"{fingerprint}\n{text}".encode()).digest()[:DIGEST].hex()


def kept_questions(old: IndexParts) -> dict[str, Floats]:
    """What an earlier index encoded, by digest. Vectors are copied: FAISS frees its own."""
    return dict(zip(old.asked.digests, old.asked.dense.vectors.copy(), strict=True))
