"""An encoder that knows nothing but letters: questions in like letters have like vectors."""

from collections.abc import Iterator, Sequence

import numpy as np

from corpus.progress import Progress, quiet
from retrieval.encoder import Encoded


class LettersEncoder:
    """Counts pairs of letters; the same text always has the same vector."""

    name = "letters"
    fingerprint = "letters"
    question_fingerprint = "letters"
    dim = 1024

    def encode_question(self, text: str) -> Encoded:
        vector = np.zeros(self.dim, dtype=np.float32)
        for one, other in zip(text.lower(), text.lower()[1:], strict=False):
            vector[(31 * ord(one) + ord(other)) % self.dim] += 1
        vector /= max(float(np.linalg.norm(vector)), 1.0)
        none = np.zeros((0, self.dim), dtype=np.float32)
        return Encoded(vector=vector, tokens=none, offsets=np.zeros((0, 2), dtype=np.int32))

    def encode_questions(self, texts: Sequence[str]) -> list[Encoded]:
        return [self.encode_question(text) for text in texts]

    def encode_passages(self, texts: Sequence[str], progress: Progress = quiet) -> list[Encoded]:
        return self.encode_questions(texts)

    def stream_passages(
        self, texts: Sequence[str], progress: Progress = quiet
    ) -> Iterator[tuple[int, Encoded]]:
        return enumerate(self.encode_questions(texts))
