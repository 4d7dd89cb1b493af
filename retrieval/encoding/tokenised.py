"""A text as token ids that know their place in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

CHARACTERS_PER_TOKEN = 16
"""Texts are cut at the model's tokens times this: no piece of the built-in model is longer."""

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tokenised:
    """``ids`` are a text's tokens with prefix and special tokens; ``own`` (n_own,) int64 are
    the positions of those that belong to the text, ``offsets`` (n_own, 2) int32 their
    characters in it, without the space before a word."""

    ids: tuple[int, ...]
    own: NDArray[np.int64]
    offsets: NDArray[np.int32]


class TextTokenizer(Protocol):
    """The model's tokenizer."""

    def tokenise(self, texts: Sequence[str], prefix: str) -> list[Tokenised]:
        """Each text behind ``prefix``, cut to what the model reads. Never fails."""
        ...


def clean(text: str, most: int) -> str:
    """At most ``most`` characters, each half of a surrogate pair as U+FFFD."""
    return _SURROGATES.sub("\ufffd", text[:most])


def own_tokens(
    ids: Sequence[int], offsets: NDArray[np.int32], special: NDArray[np.bool_], text: str
) -> Tokenised:
    """Leave out special tokens and those of the prefix, which end at or before 0.

    ``offsets`` (n_tokens, 2) are counted from the first character of ``text``.
    """
    own = np.flatnonzero(~special & (offsets[:, 1] > 0))
    places = np.maximum(offsets[own], 0)
    for place in places:
        while place[0] < place[1] - 1 and text[place[0]].isspace():
            place[0] += 1
    return Tokenised(ids=tuple(ids), own=own, offsets=places)
