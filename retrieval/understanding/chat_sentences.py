"""A chat message cut into sentences, each with the part it plays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from retrieval.understanding.data import read_data
from retrieval.understanding.language import small_words
from retrieval.understanding.patterns import Phrases, Word, words

_END = re.compile(r"[.?!…]+(?=[\s)\"”'»]|$)|\n\s*(?=\S)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:t\.?ex|bl\.?a|m\.?m|dvs|ca|kl|kap|ev|resp|st|nr|tel|jfr|pga|p\.g\.a|avd|pat|inskr|utskr|"
    r"enl|dr|mfl|m\.fl|osv|o\.s\.v|s\.k|f\.d|mr|mrs|e\.g|i\.e|komm)|\b\w)\.$",
    re.IGNORECASE,
)
_LEADING = frozenset(["och", "men", "så", "eller", "då", "sen", "ok", "okej", "so", "and", "but", "hej", "hejsan", "hi", "hello"])


class Part(Enum):
    """What a sentence does in a message."""

    QUESTION = auto()
    BACKGROUND = auto()
    FILLER = auto()
    COURTESY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSentence:
    """``text`` without the space around it; ``content`` are its words with a meaning of
    their own, in lower case."""

    text: str
    part: Part
    content: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manners:
    """What ``retrieval/data/chat.toml`` lists."""

    greeting_words: frozenset[str]
    greeting_starts: frozenset[str]
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
        signed = signed or (bool(there) and _signs_off(there, bool(sentences)))
        part = Part.COURTESY if signed else _part(text, there)
        sentences.append(ChatSentence(text=text, part=part, content=_content(there)))
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


def _signs_off(there: list[Word], late: bool) -> bool:
    hits = [h for h in _manners().phrases.find(there[:4]) if h.label == "sign_offs"]
    return late and bool(hits) and hits[0].start == there[0].start


def _part(text: str, there: list[Word]) -> Part:
    manners = _manners()
    plain = [word.plain for word in there]
    if not plain or (
        plain[0] in manners.greeting_starts and manners.greeting_words.issuperset(plain)
    ):
        return Part.COURTESY
    if _only("thanks", there, spare=6) and not manners.question_words.intersection(plain):
        return Part.COURTESY
    if _only("fillers", there, spare=2):
        return Part.FILLER
    first = next((word for word in plain if word not in _LEADING), plain[0])
    asks = (
        text.rstrip(" )\"”'»").endswith("?")
        or first in manners.question_words
        or first in manners.leading_verbs
        or "indirect" in manners.phrases.labels(there)
    )
    return Part.QUESTION if asks else Part.BACKGROUND


def _only(label: str, there: list[Word], spare: int) -> bool:
    """Whether the sentence begins with such a phrase and holds little else."""
    hits = [hit for hit in _manners().phrases.find(there) if hit.label == label]
    if not hits or hits[0].start > there[min(1, len(there) - 1)].start:
        return False
    inside = sum(any(h.start <= w.start < h.end for h in hits) for w in there)
    return len(there) - inside <= spare


def _content(there: list[Word]) -> tuple[str, ...]:
    small = small_words("sv") | small_words("en")
    return tuple(w.plain for w in there if w.plain not in small and len(w.plain) > 1)
