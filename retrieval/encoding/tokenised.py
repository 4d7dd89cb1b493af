"""Text to token ids that know their place in the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

CHARACTERS_PER_TOKEN = 16
"""No piece is longer, so what lies beyond ``max_tokens`` times this is never seen."""

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tokenised:
    """``ids`` are a text's tokens with prefix and special tokens; ``own`` are the positions
    of those that belong to the text, ``offsets`` (n_own, 2) int32 their characters in it."""

    ids: tuple[int, ...]
    own: NDArray[np.int64]
    offsets: NDArray[np.int32]


class TextTokenizer:
    """The model's tokenizer, with texts cut before and after it."""

    def __init__(self, file: Path, max_tokens: int) -> None:
        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_tokens)
        # "</s>" in a text is text, never a special token.
        self._tokenizer.encode_special_tokens = True
        self._characters = max_tokens * CHARACTERS_PER_TOKEN

    def tokenise(self, texts: Sequence[str], prefix: str) -> list[Tokenised]:
        """Each text behind ``prefix``; never fails, whatever the text holds."""
        cut = [_SURROGATES.sub("\ufffd", text[: self._characters]) for text in texts]
        encodings = self._tokenizer.encode_batch([prefix + text for text in cut])
        return [
            _own_tokens(encoding, text, len(prefix))
            for encoding, text in zip(encodings, cut, strict=True)
        ]


def _own_tokens(encoding: Encoding, text: str, prefix: int) -> Tokenised:
    special = np.asarray(encoding.special_tokens_mask, bool)
    offsets = np.asarray(encoding.offsets, np.int32).reshape(-1, 2) - np.int32(prefix)
    own = np.flatnonzero(~special & (offsets[:, 1] > 0))
    places = np.maximum(offsets[own], 0)
    for place in places:
        while place[0] < place[1] - 1 and text[place[0]].isspace():
            place[0] += 1
    return Tokenised(ids=tuple(encoding.ids), own=own, offsets=places)
