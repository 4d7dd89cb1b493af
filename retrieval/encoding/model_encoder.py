"""The encoder of a prepared model."""

from collections.abc import Iterator, Sequence

import numpy as np

from corpus.progress import Progress, quiet
from retrieval.encoding.encoded import Encoded, normalise
from retrieval.encoding.engine import Engine
from retrieval.encoding.tokenised import TextTokenizer, Tokenised
from retrieval.model.prepared import PreparedModel

TOKENS_PER_BATCH = 1024
"""Padded tokens in one forward pass: enough to be quick, few enough to stay small."""

STAGE = "encode"


class ModelEncoder:
    """Encodes questions and passages, each with their network; see ``retrieval.encoder``."""

    def __init__(
        self, model: PreparedModel, tokenizer: TextTokenizer, *, questions: Engine, passages: Engine
    ) -> None:
        self.name = model.name
        self.fingerprint = model.fingerprint
        self.question_fingerprint = model.question_fingerprint
        self.dim = model.description.dim
        self._question_prefix = model.description.question_prefix
        self._passage_prefix = model.description.passage_prefix
        self._tokenizer = tokenizer
        self._questions = questions
        self._passages = passages

    def encode_question(self, text: str) -> Encoded:
        """One question."""
        return self.encode_questions([text])[0]

    def encode_questions(self, texts: Sequence[str]) -> list[Encoded]:
        """Many questions, in their order."""
        encoded = self._encode(texts, self._question_prefix, self._questions, quiet)
        return _ordered(encoded, len(texts))

    def encode_passages(self, texts: Sequence[str], progress: Progress = quiet) -> list[Encoded]:
        """Many passages, in their order."""
        return _ordered(self.stream_passages(texts, progress), len(texts))

    def stream_passages(
        self, texts: Sequence[str], progress: Progress = quiet
    ) -> Iterator[tuple[int, Encoded]]:
        """Many passages with their positions, as they are done: shortest first."""
        return self._encode(texts, self._passage_prefix, self._passages, progress)

    def _encode(
        self, texts: Sequence[str], prefix: str, engine: Engine, progress: Progress
    ) -> Iterator[tuple[int, Encoded]]:
        tokenised = self._tokenizer.tokenise(texts, prefix)
        done = 0
        for positions in batches([len(each.ids) for each in tokenised]):
            encoded = _forward(engine, [tokenised[i] for i in positions])
            yield from zip(positions, encoded, strict=True)
            done += len(positions)
            progress(STAGE, done, len(texts))


def _forward(engine: Engine, batch: Sequence[Tokenised]) -> Iterator[Encoded]:
    shape = (len(batch), max(len(each.ids) for each in batch))
    ids, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    for row, each in enumerate(batch):
        ids[row, : len(each.ids)] = each.ids
        mask[row, : len(each.ids)] = 1
    hidden, vectors = engine.run(ids, mask)
    for row, each in enumerate(batch):
        yield Encoded(
            vector=normalise(vectors[row]),
            tokens=normalise(hidden[row, each.own]),
            offsets=each.offsets,
        )


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Positions in batches of like length: at most ``TOKENS_PER_BATCH`` padded tokens each."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    batch: list[int] = []
    for position in order:
        if batch and (len(batch) + 1) * lengths[position] > TOKENS_PER_BATCH:
            yield batch
            batch = []
        batch.append(position)
    if batch:
        yield batch


def _ordered(pairs: Iterator[tuple[int, Encoded]], count: int) -> list[Encoded]:
    found = dict(pairs)
    return [found[position] for position in range(count)]
