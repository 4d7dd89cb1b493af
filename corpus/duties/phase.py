"""When in the course of care a duty applies, by the words of ``corpus/data/phases.toml``."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.duty import Phase

_DATA = Path(__file__).parent.parent / "data" / "phases.toml"
_WORD = re.compile(r"\w+")
_HEADING_WEIGHT = 3
_TITLE_WEIGHT = 2
_SENTENCE_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of every phase, found from where a word of the text begins.

    The patterns stand under the letter their words begin with, so that few are tried; those
    that begin with a star stand under the empty string and are tried last.
    """

    patterns: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(cls, words: Iterable[tuple[Phase, str]]) -> "_Words":
        by_letter: dict[str, list[tuple[Phase, str]]] = {}
        for phase, word in words:
            by_letter.setdefault(word[0].replace("*", "").lower(), []).append((phase, word))
        return cls({letter: _alternation(group) for letter, group in by_letter.items()})

    def phases(self, text: str) -> set[Phase]:
        """The phases whose words stand in ``text``; of overlapping words the first counts."""
        found: set[Phase] = set()
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            for letter in (word.group()[0].lower(), ""):
                pattern = self.patterns.get(letter)
                match = pattern.match(text, word.start()) if pattern else None
                if match:
                    found.add(Phase((match.lastgroup or "").split("__")[0]))
                    end = match.end()
                    break
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """What ``phases.toml`` holds, in its order."""

    words: _Words
    headings: _Words
    phases: tuple[Phase, ...]


@cache
def _lists() -> _Lists:
    with _DATA.open("rb") as file:
        data = tomllib.load(file)["phases"]
    phases = tuple(Phase(name) for name in data)
    return _Lists(
        words=_Words.of((phase, word) for phase in phases for word in data[phase]["words"]),
        headings=_Words.of((phase, word) for phase in phases for word in data[phase]["headings"]),
        phases=phases,
    )


def _alternation(words: Iterable[tuple[Phase, str]]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda pair: -len(pair[1]))
    parts: list[str] = []
    for number, (phase, word) in enumerate(longest_first):
        pattern = re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
        parts.append(f"(?P<{phase.value}__{number}>{pattern})")
    return re.compile(rf"(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def read_phase(sentence: str, title: str | None, headings: Sequence[str]) -> Phase:
    """The phase that most words point to; ``always`` when none does.

    A word counts once in each place. The nearest heading that names a phase weighs most.
    """
    lists = _lists()
    votes: Counter[Phase] = Counter()
    for text, weight in ((sentence, _SENTENCE_WEIGHT), (title or "", _TITLE_WEIGHT)):
        for phase in lists.words.phases(text):
            votes[phase] += weight
    for heading in reversed(headings):
        if named := lists.headings.phases(_unnumbered(heading)):
            for phase in named:
                votes[phase] += _HEADING_WEIGHT
            break
    if not votes:
        return Phase.ALWAYS
    most = max(votes.values())
    return next(phase for phase in lists.phases if votes[phase] == most)


def _unnumbered(heading: str) -> str:
    return re.sub(r"^[\d.\sA-D]*(?:kap\.)?\s+(?=\w)", "", heading).strip()
