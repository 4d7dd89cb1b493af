"""A Unigram tokenizer in Python over a table of pieces that loads in a twentieth of a second.

The same tokens as the ``tokenizers`` library gives (checked when the model is made ready),
without the second and the 250 MiB that the library takes to read 250,000 pieces.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from retrieval.encoding.encoded import Floats
from retrieval.encoding.normalised import normalise_text
from retrieval.encoding.tokenised import CHARACTERS_PER_TOKEN, Tokenised, clean, own_tokens
from retrieval.model.prepared import Marks

PIECES_FILE, SCORES_FILE = "pieces.txt", "scores.npy"
META = "▁"
"""Stands for the space before a word."""

UNKNOWN_PENALTY = 10.0
"""How much an unknown character costs below the least likely piece."""

_SEPARATOR = "\n"
_CACHED_LENGTH, _CACHED_WORDS = 32, 50_000

Pieces = tuple[tuple[int, int], ...]
"""The tokens of a word: id and end within the word."""


class UnigramTokenizer:
    """Finds each word's most likely pieces."""

    def __init__(self, folder: Path, marks: Marks, most: int) -> None:
        """``folder`` is what ``write`` wrote; ``most`` is how many tokens the model reads."""
        pieces = (folder / PIECES_FILE).read_bytes().decode("utf-8").split(_SEPARATOR)
        self._ids = dict(zip(pieces, range(len(pieces)), strict=True))
        self._scores: list[float] = np.load(folder / SCORES_FILE).tolist()
        self._unknown_score = min(self._scores) - UNKNOWN_PENALTY
        self._longest = max(map(len, pieces))
        self._first, self._last, self._unknown = marks.first, marks.last, marks.unknown
        self._most = most
        self._characters = most * CHARACTERS_PER_TOKEN
        self._cached = lru_cache(_CACHED_WORDS)(self._search)

    def tokenise(self, texts: Sequence[str], prefix: str) -> list[Tokenised]:
        """See ``TextTokenizer.tokenise``."""
        return [self._tokenise(clean(text, self._characters), prefix) for text in texts]

    def _tokenise(self, text: str, prefix: str) -> Tokenised:
        given = normalise_text(prefix + text)
        body = given.text[: self._characters].replace(" ", META)
        lead = 0 if not body or body.startswith(META) else 1
        body = META * lead + body
        ids, spans = [self._first], [(0, 0)]
        for start, word in _words(body):
            at = start
            for piece, end in self._pieces(word):
                first, last = max(at - lead, 0), start + end - lead - 1
                at = start + end
                ids.append(piece)
                spans.append((given.starts[first], given.ends[max(last, 0)]))
            if len(ids) >= self._most:
                break
        del ids[self._most - 1 :], spans[self._most - 1 :]
        offsets = np.asarray([*spans, (0, 0)], np.int32) - np.int32(len(prefix))
        special = np.zeros(len(ids) + 1, np.bool_)
        special[[0, -1]] = True
        return own_tokens([*ids, self._last], offsets, special, text)

    def _pieces(self, word: str) -> Pieces:
        return self._cached(word) if len(word) <= _CACHED_LENGTH else self._search(word)

    def _search(self, word: str) -> Pieces:
        """The most likely pieces (Viterbi); neighbouring unknown characters are one token."""
        size = len(word)
        best: list[float | None] = [0.0] + [None] * size
        back: list[tuple[int, int]] = [(0, 0)] * (size + 1)
        for start in range(size):
            so_far = best[start] or 0.0
            single = False
            for end in range(start + 1, min(start + self._longest, size) + 1):
                piece = self._ids.get(word[start:end])
                if piece is None:
                    continue
                single = single or end == start + 1
                score, known = so_far + self._scores[piece], best[end]
                if known is None or score > known:
                    best[end], back[end] = score, (start, piece)
            score, known = so_far + self._unknown_score, best[start + 1]
            if not single and (known is None or score > known):
                best[start + 1], back[start + 1] = score, (start, self._unknown)
        return _trace(back, size, self._unknown)


def write(pieces: Sequence[str], scores: Sequence[float], folder: Path) -> None:
    """Write the pieces, in id order, and their scores into ``folder``.

    Raises ValueError if a piece holds a line break, which separates them.
    """
    if any(_SEPARATOR in piece for piece in pieces):
        raise ValueError("a piece holds the separator")
    (folder / PIECES_FILE).write_bytes(_SEPARATOR.join(pieces).encode("utf-8"))
    values: Floats = np.asarray(scores, np.float32)
    np.save(folder / SCORES_FILE, values)


def _words(body: str) -> list[tuple[int, str]]:
    """``body`` cut before every space mark, each word with its start."""
    starts = [position for position, character in enumerate(body) if character == META]
    spans = pairwise([*starts, len(body)])
    return [(start, body[start:end]) for start, end in spans]


def _trace(back: Sequence[tuple[int, int]], size: int, unknown: int) -> Pieces:
    found: list[tuple[int, int]] = []
    end = size
    while end:
        start, piece = back[end]
        if not (piece == unknown and found and found[-1][0] == unknown):
            found.append((piece, end))
        end = start
    return tuple(reversed(found))
