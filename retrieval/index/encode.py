"""Encoding of a corpus's windows, with what was encoded before used again."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.clause import Clause
from corpus.document import Document
from corpus.progress import Progress
from retrieval.encoder import Encoder
from retrieval.index.parts import IndexParts
from retrieval.index.passages import Window, context_of, windows_of
from retrieval.index.token_index import CONTEXT, Bytes, Floats, TokenIndex, packed


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EncodedWindow:
    """One window's vector (dim,) float32, tokens (n, dim) int8 and their offsets (n,) int32.

    Offsets count from the beginning of the window; ``CONTEXT`` marks headings.
    """

    vector: Floats
    tokens: Bytes
    offsets: NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A window to be encoded: the clause's row, the window, the text given to the model."""

    row: int
    window: Window
    context: str
    text: str
    digest: str


def plan(
    documents: Sequence[Document], clauses: Sequence[Clause], fingerprint: str
) -> tuple[Planned, ...]:
    """The windows of all clauses in order, each with the digest that names its encoding."""
    by_id = {document.id: document for document in documents}
    planned = []
    for row, clause in enumerate(clauses):
        text = by_id[clause.document].text
        context = context_of(clause)
        for window in windows_of(text, clause):
            given = context + text[window.start : window.end]
            digest = hashlib.sha256(f"{fingerprint}\n{len(context)}\n{given}".encode()).hexdigest()
            planned.append(
                Planned(row=row, window=window, context=context, text=given, digest=digest)
            )
    return tuple(planned)


def kept_from(old: IndexParts) -> dict[str, EncodedWindow]:
    """What an earlier index encoded, by digest. Vectors are copied: FAISS frees its own."""
    kept = {}
    for position, digest in enumerate(old.digests):
        first, last = old.tokens.spans[position]
        offsets = old.tokens.offsets[first:last]
        start = old.windows[position, 1]
        kept[digest] = EncodedWindow(
            vector=old.dense.vectors[position].copy(),
            tokens=old.tokens.tokens[first:last],
            offsets=np.where(offsets == CONTEXT, CONTEXT, offsets - start).astype(np.int32),
        )
    return kept


def encode_windows(
    planned: Sequence[Planned],
    kept: Mapping[str, EncodedWindow],
    centre: Floats,
    encoder: Encoder,
    progress: Progress,
) -> dict[str, EncodedWindow]:
    """Every planned window's encoding by digest; only what ``kept`` lacks is computed."""
    done = {each.digest: kept[each.digest] for each in planned if each.digest in kept}
    new = list({each.digest: each for each in planned if each.digest not in done}.values())
    for position, encoded in encoder.stream_passages([each.text for each in new], progress):
        each = new[position]
        inside = encoded.offsets[:, 0] - len(each.context)
        done[each.digest] = EncodedWindow(
            vector=encoded.vector,
            tokens=packed(encoded.tokens, centre),
            offsets=np.where(inside < 0, CONTEXT, inside).astype(np.int32),
        )
    return done


def gathered(
    planned: Sequence[Planned], encoded: Mapping[str, EncodedWindow], centre: Floats
) -> tuple[Floats, TokenIndex]:
    """The windows' vectors (n_windows, dim) and the token index, in the planned order."""
    parts = [encoded[each.digest] for each in planned]
    ends = np.cumsum([len(part.tokens) for part in parts], dtype=np.int64)
    offsets = [
        np.where(part.offsets == CONTEXT, CONTEXT, part.offsets + each.window.start)
        for each, part in zip(planned, parts, strict=True)
    ]
    tokens = TokenIndex(
        tokens=np.concatenate([part.tokens for part in parts]),
        centre=centre,
        spans=np.stack([np.concatenate([[0], ends[:-1]]), ends], axis=1).astype(np.int64),
        offsets=np.concatenate(offsets).astype(np.int32),
    )
    return np.stack([part.vector for part in parts]).astype(np.float32), tokens
