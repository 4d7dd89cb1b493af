"""A chat message cut into sentences, each with the part it plays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from retrieval.understanding.data import read_data
from retrieval.understanding.language import small_words
from retrieval.understanding.patterns import Hit, Phrases, Word, words

_END = re.compile(r"[.?!…]+(?=[\s)\"”'»]|$)|\n\s*(?=\S)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:t\.?ex|bl\.?a|m\.?m|dvs|ca|kl|kap|ev|resp|st|nr|tel|jfr|pga|p\.g\.a|avd|pat|inskr|utskr|"
    r"enl|dr|mfl|m\.fl|osv|o\.s\.v|s\.k|f\.d|mr|mrs|e\.g|i\.e|komm)|\b\w)\.$",
    re.IGNORECASE,
)


class Part(Enum):
    """What a sentence does in a message."""

    QUESTION = auto()
    BACKGROUND = auto()
    FILLER = auto()
    COURTESY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSentence:
    """``text`` without the space around it, with its ``words``."""

    text: str
    part: Part
    words: tuple[Word, ...]

    @property
    def content(self) -> tuple[str, ...]:
        """Its words with a meaning of their own, in lower case."""
        small = small_words("sv") | small_words("en")
        return tuple(w.plain for w in self.words if w.plain not in small and len(w.plain) > 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manners:
    """What ``retrieval/data/chat.toml`` lists."""

    greeting_words: frozenset[str]
    greeting_starts: frozenset[str]
    leading_words: frozenset[str]
    question_words: frozenset[str]
    leading_verbs: frozenset[str]
    phrases: Phrases


@cache
def _manners() -> _Manners:
    table: dict[str, list[str]] = read_data("chat")
    labels = ("sign_offs", "thanks", "fillers", "indirect")
    return _Manners(
        greeting_words=frozenset(table["greeting_words"]),
        greeting_starts=frozenset(table["greeting_starts"]),
        leading_words=frozenset(table["leading_words"]),
        question_words=frozenset(table["question_words"]),
        leading_verbs=frozenset(table["leading_verbs"]),
        phrases=Phrases((label, written) for label in labels for written in table[label]),
    )


def chat_sentences(message: str) -> list[ChatSentence]:
    """The sentences of ``message`` in order; what follows a sign-off is courtesy."""
    sentences: list[ChatSentence] = []
    signed = False
    for text in _split(message):
        there = words(text)
        hits = _manners().phrases.find(there)
        signed = signed or (bool(sentences) and _signs_off(there, hits))
        part = Part.COURTESY if signed else _part(text, there, hits)
        sentences.append(ChatSentence(text=text, part=part, words=tuple(there)))
    return sentences


def _split(message: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(message):
        piece = message[start : match.end()]
        if match.group() == "." and _ABBREVIATION.search(piece):
            continue
        if piece.strip():
            yield piece.strip()
        start = match.end()
    if message[start:].strip():
        yield message[start:].strip()


def _signs_off(there: list[Word], hits: list[Hit]) -> bool:
    return any(h.label == "sign_offs" and h.start == there[0].start for h in hits)


def _part(text: str, there: list[Word], hits: list[Hit]) -> Part:
    manners = _manners()
    plain = [word.plain for word in there]
    if not plain or (
        plain[0] in manners.greeting_starts and manners.greeting_words.issuperset(plain)
    ):
        return Part.COURTESY
    if _only("thanks", there, hits, spare=6) and not manners.question_words.intersection(plain):
        return Part.COURTESY
    if _only("fillers", there, hits, spare=2):
        return Part.FILLER
    first = next((word for word in plain if word not in manners.leading_words), plain[0])
    asks = (
        text.rstrip(" )\"”'»").endswith("?")
        or first in manners.question_words
        or first in manners.leading_verbs
        or any(hit.label == "indirect" for hit in hits)
    )
    return Part.QUESTION if asks else Part.BACKGROUND


def _only(label: str, there: list[Word], hits: list[Hit], spare: int) -> bool:
    """Whether the sentence begins with such a phrase and holds little else."""
    such = [hit for hit in hits if hit.label == label]
    if not such or such[0].start > there[min(1, len(there) - 1)].start:
        return False
    inside = sum(any(h.start <= w.start < h.end for h in such) for w in there)
    return len(there) - inside <= spare
