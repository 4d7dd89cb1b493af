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
    """Lets each id be used once: the second that wants the same gets ``-2``, the third ``-3``."""

    def __init__(self) -> None:
        self._uses: dict[str, int] = {}

    def keep(self, wanted: str) -> str:
        """``wanted``, with a number where it is taken."""
        given = wanted
        while given in self._uses:
            self._uses[wanted] += 1
            given = f"{wanted}-{self._uses[wanted]}"
        self._uses[given] = 1
        return given
