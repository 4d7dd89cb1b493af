"""Words and phrases as people write them in the data files, found in a text.

A pattern is one or more words. ``hemtjänst*`` is the word with any ending, ``_`` any one word;
a word entirely in capitals (``PAL``) is met only in capitals, everything else in any case.
Hyphens, dots and slashes part words. The endings that Swedish hangs on abbreviations with a
colon (``SIP:en``) are allowed for.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_COLON = re.compile("[:'’]")
_WORD = re.compile(r"[^\W_]+(?:[:'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, ``text[start:end]``; ``plain`` is in lower case, colon ending gone."""

    text: str
    plain: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of ``text`` in order."""
    return [
        Word(m.group(), _COLON.split(m.group().lower(), 1)[0], m.start(), m.end())
        for m in _WORD.finditer(text)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A pattern met: its label and its span in the text."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    label: str
    pieces: tuple[str, ...]

    def meets(self, there: Sequence[Word], at: int) -> bool:
        if at + len(self.pieces) > len(there):
            return False
        return all(_piece_meets(piece, there[at + i]) for i, piece in enumerate(self.pieces))


class Phrases:
    """Labelled patterns, indexed by their first word."""

    def __init__(self, patterns: Iterable[tuple[str, str]]) -> None:
        """``patterns`` are pairs of label and pattern."""
        self._exact: dict[str, list[_Pattern]] = {}
        self._prefix: dict[str, list[_Pattern]] = {}
        for label, written in patterns:
            pattern = _Pattern(label, _pieces(written))
            first = pattern.pieces[0]
            index = self._prefix if first.endswith("*") else self._exact
            index.setdefault(first.rstrip("*").lower(), []).append(pattern)
        self._lengths = sorted({len(prefix) for prefix in self._prefix})
        self._candidates = lru_cache(maxsize=8192)(self._beginning)

    def find(self, there: Sequence[Word]) -> list[Hit]:
        """The hits in order, none overlapping: at each place the longest."""
        hits: list[Hit] = []
        at = 0
        while at < len(there):
            met = self._at(there, at)
            if met:
                best = max(met, key=lambda p: (len(p.pieces), len("".join(p.pieces))))
                end = at + len(best.pieces)
                hits.append(Hit(label=best.label, start=there[at].start, end=there[end - 1].end))
                at = end
            else:
                at += 1
        return hits

    def labels(self, there: Sequence[Word]) -> frozenset[str]:
        """Every label that is met anywhere, overlapping or not."""
        return frozenset(p.label for at in range(len(there)) for p in self._at(there, at))

    def _at(self, there: Sequence[Word], at: int) -> list[_Pattern]:
        candidates = self._candidates(there[at].plain)
        return [pattern for pattern in candidates if pattern.meets(there, at)]

    def _beginning(self, word: str) -> tuple[_Pattern, ...]:
        """Every pattern whose first piece a word in lower case may meet."""
        found = list(self._exact.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            found += self._prefix.get(word[:length], ())
        return tuple(found)


def _pieces(written: str) -> tuple[str, ...]:
    pieces = tuple(
        piece.group() if piece.group().isupper() else piece.group().lower()
        for piece in re.finditer(r"[^\W_]+\*?|_", written)
    )
    if not pieces or pieces[0] == "_":
        raise ValueError(f"a pattern must begin with a word: {written!r}")
    return pieces


def _piece_meets(piece: str, word: Word) -> bool:
    if piece == "_":
        return True
    if piece.endswith("*"):
        return word.plain.startswith(piece[:-1].lower())
    if piece.isupper() and len(piece) > 1:
        return word.text.split(":")[0] == piece
    return word.plain == piece.lower()
