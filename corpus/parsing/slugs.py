"""Ids made of headings."""

import re
import unicodedata

_SPECIAL = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "ae", "ø": "o", "ß": "ss"})
_MAX_LENGTH = 80


def slug(text: str) -> str:
    """``text`` in lower case, å and ä as a, ö as o, everything but a–z and 0–9 as hyphens.

    At most 80 characters, cut between words; an empty string when nothing is left.
    """
    lowered = unicodedata.normalize("NFC", text).lower().translate(_SPECIAL)
    plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    whole = "-".join(words)
    if len(whole) <= _MAX_LENGTH:
        return whole
    return whole[: _MAX_LENGTH + 1].rpartition("-")[0] or whole[:_MAX_LENGTH]


class SlugBook:
    """Gives each slug once: the second text with the same slug gets ``-2``, the third ``-3``."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def give(self, text: str, otherwise: str = "avsnitt") -> str:
        """The slug of ``text``, or of ``otherwise`` where it has no letters, made unique."""
        return self.keep(slug(text) or otherwise)

    def keep(self, wanted: str) -> str:
        """``wanted`` as it stands, made unique in the same way."""
        given = wanted
        while given in self._taken:
            self._taken[wanted] += 1
            given = f"{wanted}-{self._taken[wanted]}"
        self._taken[given] = 1
        return given
