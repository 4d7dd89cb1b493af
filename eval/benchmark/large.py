"""An index of any size, made from a real one by repeating its clauses and perturbing them."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import sleep

import bm25s
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from corpus.clause import Clause, ClauseId
from eval.benchmark.figure import Figure, high, median
from retrieval.encoder import Encoder
from retrieval.encoding.encoded import normalise
from retrieval.index.asked import AskedIndex
from retrieval.index.dense import DenseIndex
from retrieval.index.lexical import LexicalIndex
from retrieval.index.parts import IndexParts
from retrieval.index.token_index import TokenIndex
from retrieval.service import AnsweringService

SMALL, LARGE = 1_000, 100_000
NOISE = 0.01
"""Standard deviation of what is added to each number of a vector: a repeated clause keeps a
cosine of about 0.98 with its original."""

TIMES = 3.0
PAUSE = 0.02


def enlarged(parts: IndexParts, size: int, scratch: Path) -> IndexParts:
    """``size`` clauses: those of ``parts`` again and again under new ids, every vector and
    every BM25 score a little different each time. Token vectors are shared, not copied.

    ``scratch`` is a folder to write in.
    """
    random = np.random.default_rng(size)
    copies = -(-size // len(parts.clauses))
    windows = _windows(parts, copies)
    windows = windows[windows[:, 0] < size]
    again = np.arange(len(windows)) % len(parts.windows)
    vectors = parts.dense.vectors[again]
    vectors += random.normal(0, NOISE, vectors.shape).astype(np.float32)
    return replace(
        parts,
        clauses=_clauses(parts, size),
        windows=windows,
        digests=tuple(parts.digests[i] for i in again),
        dense=DenseIndex.build(normalise(vectors), windows[:, 0]),
        words=_lexical(parts.words, size, copies, random, scratch / "words"),
        concepts=_lexical(parts.concepts, size, copies, random, scratch / "concepts"),
        tokens=TokenIndex(
            tokens=parts.tokens.tokens,
            centre=parts.tokens.centre,
            spans=parts.tokens.spans[again],
            offsets=parts.tokens.offsets,
        ),
        word_counts={word: count * copies for word, count in parts.word_counts.items()},
        asked=_asked(parts.asked, size, random, scratch / "asked"),
    )


def _asked(asked: AskedIndex, size: int, random: np.random.Generator, folder: Path) -> AskedIndex:
    """The known questions, beside the first copy of their clauses only: an index so large is
    not one whose every clause people are known to ask about."""
    kept = asked.rows < size
    rows = asked.rows[kept]
    return AskedIndex(
        words=_lexical(asked.words, size, 1, random, folder),
        dense=DenseIndex.build(asked.dense.vectors[kept], rows),
        rows=rows,
        digests=tuple(digest for digest, keeps in zip(asked.digests, kept, strict=True) if keeps),
    )


def _clauses(parts: IndexParts, size: int) -> tuple[Clause, ...]:
    count = len(parts.clauses)
    return tuple(
        replace(clause, id=ClauseId(f"{clause.id}~{row // count}"))
        for row in range(size)
        for clause in (parts.clauses[row % count],)
    )


def _windows(parts: IndexParts, copies: int) -> NDArray[np.int32]:
    windows = np.tile(parts.windows, (copies, 1))
    copy = np.repeat(np.arange(copies, dtype=np.int32), len(parts.windows))
    windows[:, 0] += copy * np.int32(len(parts.clauses))
    return windows


def _lexical(
    part: LexicalIndex, size: int, copies: int, random: np.random.Generator, folder: Path
) -> LexicalIndex:
    """``copies`` of every row, of which ``size`` stay, or empty rows behind them up to ``size``."""
    part.save(folder)
    bm25 = bm25s.BM25.load(str(folder), show_progress=False)
    old = bm25.scores
    one = sparse.csc_matrix(
        (old["data"], old["indices"], old["indptr"]), shape=(part.rows, len(old["indptr"]) - 1)
    )
    many = sparse.vstack([one] * copies, format="csr")
    many.resize((size, many.shape[1]))
    many = many.tocsc()
    many.data *= random.uniform(0.9, 1.1, len(many.data)).astype(np.float32)
    bm25.scores = {
        "data": many.data,
        "indices": many.indices,
        "indptr": many.indptr.astype(old["indptr"].dtype),
        "num_docs": size,
    }
    return LexicalIndex(bm25, size)


def measure(
    parts: IndexParts, encoder: Encoder, questions: Sequence[str], on: date
) -> list[Figure]:
    """Every question in turn at ``SMALL`` and at ``LARGE`` clauses; the lines of the table."""
    with tempfile.TemporaryDirectory() as scratch:
        small, large = (
            AnsweringService(enlarged(parts, size, Path(scratch) / str(size)), encoder)
            for size in (SMALL, LARGE)
        )
    whole: dict[int, list[float]] = {SMALL: [], LARGE: []}
    search: dict[int, list[float]] = {SMALL: [], LARGE: []}
    for warm in (False, True):
        for question in questions:
            for size, service in ((SMALL, small), (LARGE, large)):
                sleep(PAUSE)
                took = service.ask_traced(question, on=on).milliseconds
                if warm:
                    whole[size].append(took["total"])
                    search[size].append(took["retrieve"] + took["rank"])
    return _figures(whole, search)


def _figures(whole: dict[int, list[float]], search: dict[int, list[float]]) -> list[Figure]:
    base, found = median(whole[SMALL]), median(search[LARGE])
    goal = f"≤ {TIMES:g} × a whole question at {SMALL:,} clauses (now {found / base:.2f} ×)"
    return [
        Figure(name=f"whole question at {SMALL:,} clauses, median", ours=base, unit="ms"),
        Figure(
            name=f"search (retrieve and rank) at {SMALL:,} clauses, median",
            ours=median(search[SMALL]),
            unit="ms",
        ),
        Figure(
            name=f"search (retrieve and rank) at {LARGE:,} clauses, median",
            ours=found,
            unit="ms",
            goal=goal,
            met=found <= TIMES * base,
        ),
        Figure(
            name=f"whole question at {LARGE:,} clauses, median",
            ours=median(whole[LARGE]),
            unit="ms",
        ),
        Figure(
            name=f"whole question at {LARGE:,} clauses, 95th percentile",
            ours=high(whole[LARGE]),
            unit="ms",
        ),
    ]
