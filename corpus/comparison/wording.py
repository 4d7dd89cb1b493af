"""Whether two sentences say the same in other words, by the lists of ``wording.toml``."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from corpus.stems import stem
from corpus.time_expressions import read_times

_DATA = Path(__file__).parent.parent / "data" / "wording.toml"
_WORD = re.compile(r"[\w§]+(?:[.:]\w+)*")
_NUMBER = re.compile(r"\d")
_ALIKE = 75.0
"""rapidfuzz ratio, 0–100, from which two words are forms of one (``ändras``, ``förändras``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How far two wordings are apart. ``share`` is that of the content words, 0 to 1.

    ``weighty`` is true when a word came or went that carries the matter itself: a number, a
    negation, ``barn``, ``endast`` and their like.
    """

    share: float
    weighty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    phrases: re.Pattern[str]
    phrase_of: Mapping[str, str]
    word_of: Mapping[str, str]
    weighty: frozenset[str]
    light: frozenset[str]


@cache
def _lists() -> _Lists:
    with _DATA.open("rb") as file:
        data = tomllib.load(file)
    phrase_of = {phrase: group[0] for group in data["phrases"] for phrase in group}
    longest_first = sorted(phrase_of, key=len, reverse=True)
    word_of: dict[str, str] = {}
    for group in data["words"]:
        for word in group:
            word_of.setdefault(stem(word), stem(group[0]))
    return _Lists(
        phrases=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"),
        phrase_of=phrase_of,
        word_of=word_of,
        weighty=frozenset(word_of.get(stem(w), stem(w)) for w in data["weighty"]),
        light=frozenset(data["light"]),
    )


def difference(
    old: str, new: str, *, old_whole: str | None = None, new_whole: str | None = None
) -> Difference:
    """How ``new`` differs from ``old``.

    Where only parts of two sentences are compared, the whole ones are given too: a word that
    merely stands in another part of the sentence has neither come nor gone.
    """
    before, after = content_words(old), content_words(new)
    gone = before - (after if new_whole is None else content_words(new_whole))
    come = after - (before if old_whole is None else content_words(old_whole))
    gone, come = _unlike(gone, come), _unlike(come, gone)
    total = max(len(before | after), 1)
    # A word that was exchanged is one difference, not two.
    return Difference(
        share=max(len(gone), len(come)) / total,
        weighty=any(_is_weighty(word) for word in gone | come),
    )


def holds(text: str, part: str) -> bool:
    """Whether every content word of ``part`` stands in ``text``, in some form."""
    return not _unlike(content_words(part) - content_words(text), content_words(text))


def same_words(old: str, new: str) -> bool:
    """Whether the texts have the same words in the same order, whatever the white space."""
    return old.split() == new.split()


def content_words(text: str) -> set[str]:
    """The words of ``text`` that carry matter, one form for all that mean the same."""
    lists = _lists()
    return {_canonical(word) for word in _words(text) if word not in lists.light}


def _words(text: str) -> list[str]:
    lists = _lists()
    flat = " ".join(text.lower().split())
    flat = lists.phrases.sub(lambda match: lists.phrase_of[match.group()], flat)
    return _WORD.findall(_without_times(flat))


def _without_times(text: str) -> str:
    """``text`` without its time expressions: those are compared as times."""
    kept, at = [], 0
    for time in read_times(text):
        kept.append(text[at : time.start])
        at = time.end
    return "".join([*kept, text[at:]])


def _canonical(word: str) -> str:
    root = stem(word)
    return _lists().word_of.get(root, root)


def _is_weighty(word: str) -> bool:
    return word in _lists().weighty or bool(_NUMBER.search(word))


def _unlike(words: set[str], others: set[str]) -> set[str]:
    """Those of ``words`` that are no form of any of ``others``."""
    return {
        word
        for word in words
        if _is_weighty(word) or not any(_alike(word, other) for other in others)
    }


def _alike(word: str, other: str) -> bool:
    if _is_weighty(other):
        return False
    shortest, longest = sorted((word, other), key=len)
    return (len(shortest) >= 4 and shortest in longest) or fuzz.ratio(word, other) >= _ALIKE
