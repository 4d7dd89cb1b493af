"""Misspelt words mended by the words that the documents use."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from corpus.stems import stem
from retrieval.understanding.data import read_data
from retrieval.understanding.language import small_words
from retrieval.understanding.misspelling import misspells
from retrieval.understanding.patterns import words
from retrieval.understanding.vocabulary import vocabulary

_PLAIN = str.maketrans("åäöéü", "aaoeu")
_SHORTEST = 5
"""Shorter words are left alone: abbreviations, and too many neighbours."""
_SURE, _LONG = 6, 7
"""From so many letters on, dots and rings are put back, and other slips mended."""
_REACH = 2
"""How many letters longer or shorter the meant word may be."""


class Speller:
    """Mends Swedish words that neither the documents nor the vocabulary know.

    Three mends, the surest first: a letter doubled or not doubled (``komunen``), dots and rings
    put back (``hemsjukvard``), and in longer words another slip (``pasienten``). Words with a
    digit or a capital inside are left.
    """

    def __init__(self, spelt: Iterable[str] | Mapping[str, int]) -> None:
        """``spelt`` are the documents' words, as often as they occur or with their counts."""
        counts: Counter[str] = Counter()
        for word, count in Counter(spelt).items():
            if word.isalpha() and len(word) >= _SHORTEST:
                counts[word.lower()] += count
        self._counts = counts
        self._stems = frozenset(stem(word) for word in counts)
        self._right = frozenset(counts) | _common()
        self._by_plain: dict[str, str] = {}
        self._by_single: dict[str, str] = {}
        self._by_plain_single: dict[str, str] = {}
        self._by_start: dict[str, list[str]] = {}
        for word in sorted(counts, key=lambda w: (-counts[w], w)):
            plain = word.translate(_PLAIN)
            self._by_plain.setdefault(plain, word)
            self._by_single.setdefault(_undoubled(word), word)
            self._by_plain_single.setdefault(_undoubled(plain), word)
            self._by_start.setdefault(plain[:2], []).append(word)
        self._mended = lru_cache(maxsize=4096)(self._find)

    def mend(self, text: str) -> str:
        """``text`` with its misspelt words mended; everything else stands as it stood."""
        parts: list[str] = []
        at = 0
        for word in words(text):
            mended = self._mend_word(word.text, first=not parts and not text[: word.start].strip())
            if mended != word.text:
                parts += [text[at : word.start], mended]
                at = word.end
        return "".join((*parts, text[at:]))

    def _mend_word(self, word: str, *, first: bool) -> str:
        lower = word.lower()
        named = word[0].isupper() and not first
        if len(word) < _SHORTEST or not word.isalpha() or named or word[1:] != lower[1:]:
            return word
        mended = self._mended(lower)
        return mended.capitalize() if word[0].isupper() else mended

    def _find(self, word: str) -> str:
        if word in self._right or stem(word) in self._stems:
            return word
        found = self._by_single.get(_undoubled(word))
        if word.isascii() and len(word) >= _SURE:
            plain = self._by_plain.get(word)
            both = self._by_plain_single.get(_undoubled(word)) if len(word) > _LONG else None
            found = plain or found or both
        if found or word in vocabulary().words:
            return found or word
        return self._nearest(word) or word

    def _nearest(self, word: str) -> str | None:
        """The commonest word that it may be a slip of."""
        if len(word) < _LONG:
            return None
        near = (
            other
            for other in self._by_start.get(word.translate(_PLAIN)[:2], ())
            if abs(len(other) - len(word)) <= _REACH and misspells(word, other)
        )
        return next(near, None)


@cache
def _common() -> frozenset[str]:
    """Everyday words that the documents may lack and nobody has misspelt."""
    everyday: str = read_data("languages")["everyday"]
    return frozenset(everyday.split()) | small_words("sv") | small_words("en")


def _undoubled(word: str) -> str:
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])
