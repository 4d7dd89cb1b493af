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

SHORT = 6
BRIEF = 0.5
"""What a message of at most so many words gains for its shortness, in words."""

FRAGMENT = 4.0
"""So many words of its own may a fragment have."""

_DEFINITE = ("en", "et", "an", "na", "erna", "arna")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    """What ``retrieval/data/follow_up.toml`` lists."""

    openings: Phrases
    fragments: Phrases
    asking: frozenset[str]
    pointers: Phrases
    empty: Phrases


@cache
def _signs() -> _Signs:
    table: dict[str, list[str]] = read_data("follow_up")

    def phrases(*names: str) -> Phrases:
        return Phrases((name, written) for name in names for written in table[name])

    return _Signs(
        openings=phrases("openings"),
        fragments=phrases("fragments"),
        asking=frozenset(table["asking"]),
        pointers=phrases("pointers", "not_pointing"),
        empty=phrases("empty"),
    )


def leans(question: str) -> bool:
    """Whether the question lacks a subject of its own: it opens as one that goes on, or points
    back, or is short, and has few words that tell what it is about."""
    there = [
        word
        for sentence in chat_sentences(question)
        if sentence.part in (Part.QUESTION, Part.BACKGROUND)
        for word in words(sentence.text)
    ]
    if not there or len(there) > LONG:
        return False
    return _own(there) <= _signs_of_leaning(there)


def _signs_of_leaning(there: Sequence[Word]) -> float:
    if _fragment(there):
        return FRAGMENT
    signs = float(_opens(there)) + float(_points(there))
    return signs + (BRIEF if len(there) <= SHORT else 0)


def has_a_subject(question: str) -> bool:
    """Whether any word of it tells what it is about: not ``vem ansvarar?``."""
    return _own(words(question)) > 0


def base_of(earlier: Sequence[str]) -> str | None:
    """The latest of the earlier questions that stands alone; the first of all when none does."""
    alone = [question for question in earlier if not leans(question)]
    return alone[-1] if alone else next(iter(earlier), None)


def together(base: str, question: str) -> str:
    """One message of the two, each a sentence of its own. The question stands twice: what is
    new in it weighs as much as what it goes on from (docs/decisions/follow-up.md)."""
    return "\n".join((base.strip(), question.strip(), question.strip()))


def _own(there: Sequence[Word]) -> float:
    """How much there is that tells what the question is about. A word in the definite form
    ("larmet") is half a subject: it may be one that has been spoken of."""
    small = small_words("sv") | small_words("en")
    empty = _spans(_signs().empty.find(there))
    own = [
        word.plain
        for word in there
        if len(word.plain) > 1 and word.plain not in small and word.start not in empty
    ]
    return sum(0.5 if plain.endswith(_DEFINITE) and len(plain) > 4 else 1.0 for plain in own)


def _fragment(there: Sequence[Word]) -> bool:
    """``och om …?``: a condition or a time hung on to the question before, without a question
    of its own."""
    begins = [hit for hit in _signs().fragments.find(there[:4]) if hit.start == there[0].start]
    rest = [word.plain for word in there if begins and word.start >= begins[0].end]
    return bool(begins) and not _signs().asking.intersection(rest)


def _opens(there: Sequence[Word]) -> bool:
    return any(hit.start == there[0].start for hit in _signs().openings.find(there[:4]))


def _points(there: Sequence[Word]) -> bool:
    return any(hit.label == "pointers" for hit in _signs().pointers.find(there[1:]))


def _spans(hits: Sequence[Hit]) -> frozenset[int]:
    return frozenset(place for hit in hits for place in range(hit.start, hit.end))
