"""Any model's tokenizer, by the ``tokenizers`` library."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tokenizers import Encoding, Tokenizer

from retrieval.encoding.tokenised import CHARACTERS_PER_TOKEN, Tokenised, clean, own_tokens


class LibraryTokenizer:
    """Reads ``tokenizer.json``: for 250,000 pieces that takes a second and 250 MiB."""

    def __init__(self, file: Path, max_tokens: int) -> None:
        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_tokens)
        # "</s>" in a text is text, not the end of it.
        self._tokenizer.encode_special_tokens = True
        self._characters = max_tokens * CHARACTERS_PER_TOKEN

    def tokenise(self, texts: Sequence[str], prefix: str) -> list[Tokenised]:
        """See ``TextTokenizer.tokenise``."""
        cut = [clean(text, self._characters) for text in texts]
        encodings = self._tokenizer.encode_batch([prefix + text for text in cut])
        pairs = zip(encodings, cut, strict=True)
        return [_tokenised(encoding, text, len(prefix)) for encoding, text in pairs]


def _tokenised(encoding: Encoding, text: str, prefix: int) -> Tokenised:
    offsets = np.asarray(encoding.offsets, np.int32).reshape(-1, 2) - np.int32(prefix)
    special = np.asarray(encoding.special_tokens_mask, np.bool_)
    return own_tokens(encoding.ids, offsets, special, text)
