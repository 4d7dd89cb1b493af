"""From a corpus to an index in memory."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from importlib.metadata import version
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from corpus.clause import Clause
from corpus.document import Document
from corpus.folder import Corpus
from corpus.progress import Progress, quiet
from retrieval.concepts import Concepts
from retrieval.encoder import Encoder
from retrieval.index.asking import asked_of, outside_of
from retrieval.index.dense import DenseIndex
from retrieval.index.encode import EncodedWindow, encode_windows, gathered, plan
from retrieval.index.lexical import LexicalIndex, ngrams, words_of
from retrieval.index.parts import IndexParts
from retrieval.index.passages import context_of
from retrieval.known import KnownQuestion, outside_questions

PROGRAM = "ansvarslots"
Floats = NDArray[np.float32]


def build_parts(
    corpus: Corpus,
    encoder: Encoder,
    kept: Mapping[str, EncodedWindow],
    progress: Progress = quiet,
    *,
    known: Sequence[KnownQuestion] = (),
    kept_asked: Mapping[str, Floats] | None = None,
) -> IndexParts:
    """Make every part. Windows in ``kept`` and known questions in ``kept_asked`` (vectors by
    digest) are not encoded again."""
    # The centre is of the clauses' side of the model, which no adapter for questions moves.
    plain = encoder.encode_passages(outside_examples())
    centre = np.concatenate([each.tokens for each in plain]).mean(axis=0)
    planned = plan(corpus.documents, corpus.clauses, _encoding(encoder, centre))
    encoded = encode_windows(planned, kept, centre, encoder, progress)
    vectors, tokens = gathered(planned, encoded, centre)
    windows = np.asarray([(p.row, p.window.start, p.window.end) for p in planned], dtype=np.int32)
    texts = {document.id: document.text for document in corpus.documents}
    searched = [searched_text(clause, texts[clause.document]) for clause in corpus.clauses]
    concepts = Concepts.load()
    counts = dict(Counter(word for text in searched for word in set(words_of(text))))
    asked = asked_of(corpus, known, encoder, counts, kept_asked or {}, progress)
    return IndexParts(
        documents=corpus.documents,
        clauses=corpus.clauses,
        answers=corpus.answers,
        model_name=encoder.name,
        model_fingerprint=encoder.fingerprint,
        fingerprint=fingerprint_of(
            corpus, f"{encoder.fingerprint} {encoder.question_fingerprint}", asked.beside()
        ),
        windows=windows,
        digests=tuple(each.digest for each in planned),
        dense=DenseIndex.build(vectors, windows[:, 0]),
        words=LexicalIndex.build([ngrams(text) for text in searched]),
        concepts=LexicalIndex.build([concepts.find(text) for text in searched]),
        tokens=tokens,
        outside=outside_of(outside_texts(), encoder, progress),
        word_counts=counts,
        asked=asked,
    )


def _encoding(encoder: Encoder, centre: Floats) -> str:
    """What a window's encoding depends on beside its text."""
    return f"{encoder.fingerprint} {hashlib.sha256(centre.tobytes()).hexdigest()}"


def searched_text(clause: Clause, text: str) -> str:
    """What the lexical parts see of a clause: its headings and its text."""
    return context_of(clause) + text[clause.start : clause.end]


def outside_texts() -> tuple[str, ...]:
    """The questions that no corpus of this kind answers: the examples and those from chat."""
    return (*outside_examples(), *outside_questions())


def outside_examples() -> list[str]:
    """Example questions that no corpus of this kind answers, one a line in the data file."""
    text = (files("retrieval") / "data" / "outside.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def fingerprint_of(corpus: Corpus, model: str, asked: Sequence[str] = ()) -> str:
    """A hex digest of documents (bytes and metadata), what was read from them, known questions
    (``asked``: one text for each beside a clause), model and program version."""
    described = {
        "program": version(PROGRAM),
        "model": model,
        "answers": sorted(corpus.answers),
        "asked": hashlib.sha256("\n".join(asked).encode()).hexdigest(),
        "documents": [_facts(document) for document in corpus.documents],
        # Clauses and duties too: a new way of reading the same text is a new index.
        "clauses": hashlib.sha256(repr(corpus.clauses).encode()).hexdigest(),
    }
    text = json.dumps(described, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _facts(document: Document) -> dict[str, object]:
    facts = asdict(replace(document, text="", pages=()))
    facts["text"] = hashlib.sha256(document.text.encode()).hexdigest()
    return facts
