"""A question that can only be understood together with an earlier one of its thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from retrieval.understanding.chat_sentences import Part, chat_sentences
from retrieval.understanding.data import read_data
from retrieval.understanding.language import small_words
from retrieval.understanding.patterns import Hit, Phrases, Word, words

LONG = 20
"""Words. A longer message brings its own background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    """What ``retrieval/data/follow_up.toml`` lists."""

    openings: Phrases
    pointers: Phrases
    empty: Phrases


@cache
def _signs() -> _Signs:
    table: dict[str, list[str]] = read_data("follow_up")

    def phrases(*names: str) -> Phrases:
        return Phrases((name, written) for name in names for written in table[name])

    return _Signs(
        openings=phrases("openings"),
        pointers=phrases("pointers", "not_pointing"),
        empty=phrases("empty"),
    )


def leans(question: str) -> bool:
    """Whether the question lacks a subject of its own: it opens as one that goes on, or points
    back, and has few words that tell what it is about."""
    there = [
        word
        for sentence in chat_sentences(question)
        if sentence.part in (Part.QUESTION, Part.BACKGROUND)
        for word in words(sentence.text)
    ]
    if not there or len(there) > LONG:
        return False
    own = _own_words(there)
    signs = int(_opens(there)) + int(_points(there))
    return own <= signs


def base_of(earlier: Sequence[str]) -> str | None:
    """The latest of the earlier questions that stands alone; the first of all when none does."""
    alone = [question for question in earlier if not leans(question)]
    return alone[-1] if alone else next(iter(earlier), None)


def together(base: str, question: str) -> str:
    """One message of the two, each a sentence of its own."""
    return f"{base.strip()}\n{question.strip()}"


def _own_words(there: Sequence[Word]) -> int:
    """How many words tell what the question is about."""
    small = small_words("sv") | small_words("en")
    empty = _spans(_signs().empty.find(there))
    return sum(
        len(word.plain) > 1 and word.plain not in small and word.start not in empty
        for word in there
    )


def _opens(there: Sequence[Word]) -> bool:
    return any(hit.start == there[0].start for hit in _signs().openings.find(there[:4]))


def _points(there: Sequence[Word]) -> bool:
    return any(hit.label == "pointers" for hit in _signs().pointers.find(there[1:]))


def _spans(hits: Sequence[Hit]) -> frozenset[int]:
    return frozenset(place for hit in hits for place in range(hit.start, hit.end))
