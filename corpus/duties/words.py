"""The words of a sentence, and what the grammar's word lists say of each."""

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.party_lexicon import Mention

_DATA = Path(__file__).parent.parent / "data" / "grammar.toml"
_TOKEN = re.compile(r"\w+(?:[:’'/-]\w+)*-?|[,;:()–—|/]")

_PATTERNS = (
    "verb_unlike",
    "passive_unlike",
    "infinitive_unlike",
    "responsibilities",
    "action_nouns",
    "organs",
    "sends",
    "before_particle",
    "asks_when",
)
"""The word lists that are written as regular expressions."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a whole mention of a party, ``text[start:end]`` of the document."""

    start: int
    end: int
    word: str
    mention: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The word lists of ``corpus/data/grammar.toml``."""

    subordinators: frozenset[str]
    also_adverbs: frozenset[str]
    conditions: re.Pattern[str]
    prepositions: frozenset[str]
    adverbs: frozenset[str]
    negations: frozenset[str]
    determiners: frozenset[str]
    coordinators: frozenset[str]
    finite: frozenset[str]
    modals: frozenset[str]
    not_verbs: frozenset[str]
    verb_unlike: re.Pattern[str]
    not_passive: frozenset[str]
    passive_unlike: re.Pattern[str]
    deponents: frozenset[str]
    short_infinitives: frozenset[str]
    not_infinitives: frozenset[str]
    infinitive_unlike: re.Pattern[str]
    stative: frozenset[str]
    rights: frozenset[str]
    responsibilities: re.Pattern[str]
    stands_for: frozenset[str]
    done_by_somebody: frozenset[str]
    laid_on_subject: frozenset[str]
    granted: frozenset[str]
    lies_with: frozenset[str]
    on_behalf: frozenset[str]
    divided: frozenset[str]
    done_by_receiver: frozenset[str]
    not_agent_before: frozenset[str]
    action_nouns: re.Pattern[str]
    organs: re.Pattern[str]
    sends: re.Pattern[str]
    legal_effect: frozenset[str]
    continuing: frozenset[str]
    pointing_back: frozenset[str]
    before_particle: re.Pattern[str]
    asks_when: re.Pattern[str]
    no_duty: re.Pattern[str]

    def is_present(self, word: str) -> bool:
        """An active verb in the present tense, judged by its ending."""
        if word in self.finite:
            return True
        if not word.endswith("r") or len(word) < 3 or word in self.not_verbs:
            return False
        return word[-2] in "aeöåäiy" and not self.verb_unlike.search(word)

    def is_passive(self, word: str) -> bool:
        """A verb in the passive, present or infinitive, judged by its ending."""
        if not word.endswith("s") or len(word) < 3 or word in self.not_passive:
            return False
        return word not in self.deponents and not self.passive_unlike.search(word)

    def is_infinitive(self, word: str) -> bool:
        """An active infinitive, judged by its ending."""
        if word in self.short_infinitives or word in self.deponents:
            return True
        if not word.endswith("a") or len(word) < 3 or word in self.not_infinitives:
            return False
        return not self.infinitive_unlike.search(word)

    def is_responsibility(self, word: str) -> bool:
        """A noun that makes its owner responsible (``betalningsansvar``)."""
        return self.responsibilities.search(word) is not None


@cache
def grammar() -> Grammar:
    """The word lists, read once."""
    with _DATA.open("rb") as file:
        lists = tomllib.load(file)
    starts = "|".join(sorted(lists["conditions"], key=len, reverse=True))
    patterns = {
        "conditions": re.compile(rf"(?:{starts})\b", re.IGNORECASE),
        "no_duty": re.compile(rf"(?:{'|'.join(lists['no_duty'])})", re.IGNORECASE),
    }
    for name in _PATTERNS:
        patterns[name] = re.compile(lists[name])
    words = {name: frozenset(value) for name, value in lists.items() if name not in patterns}
    fields: dict[str, Any] = {**words, **patterns}
    return Grammar(**fields)


def mentions_within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Those of ``mentions``, which stand in order and apart, that stand in ``text[start:end]``."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_right(mentions, end, lo=first, key=lambda mention: mention.end)
    return mentions[first:last]


def tokenise(text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``; what stands in parentheses is left out.

    ``mentions`` are the parties named there, in order; each becomes one token.
    """
    tokens: list[Token] = []
    coming = deque(mentions_within(mentions, start, end))
    depth, at = 0, start
    while match := _TOKEN.search(text, at, end):
        at = match.end()
        word = match.group().lower()
        depth = depth + 1 if word == "(" else max(0, depth - 1) if word == ")" else depth
        if depth or word == ")":
            continue
        while coming and coming[0].start < match.start():
            coming.popleft()
        if coming and coming[0].start == match.start():
            mention = coming.popleft()
            word = text[mention.start : mention.end].lower()
            tokens.append(Token(mention.start, mention.end, word, mention))
            # "VC/Region" goes on with a slash and a mention of its own.
            at = mention.end
            continue
        tokens.append(Token(match.start(), match.end(), word))
    return tuple(tokens)
