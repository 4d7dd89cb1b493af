"""When in the course of care a duty applies, by the words of ``corpus/data/phases.toml``."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpus.duty import Phase

_DATA = Path(__file__).parent.parent / "data" / "phases.toml"
_HEADING_WEIGHT = 3
_TITLE_WEIGHT = 2
_SENTENCE_WEIGHT = 2


class _Words(NamedTuple):
    """One pattern over all phases' words, longest first, and the phase of each group."""

    words: re.Pattern[str]
    headings: re.Pattern[str]
    phases: tuple[Phase, ...]


@cache
def _words() -> _Words:
    with _DATA.open("rb") as file:
        data = tomllib.load(file)["phases"]
    phases = tuple(Phase(name) for name in data)
    return _Words(
        words=_alternation((phase, word) for phase in phases for word in data[phase]["words"]),
        headings=_alternation(
            (phase, word) for phase in phases for word in data[phase]["headings"]
        ),
        phases=phases,
    )


def _alternation(words: Iterable[tuple[Phase, str]]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda pair: -len(pair[1]))
    parts: list[str] = []
    for number, (phase, word) in enumerate(longest_first):
        pattern = re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
        parts.append(f"(?P<{phase.value}__{number}>{pattern})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def read_phase(sentence: str, title: str | None, headings: Sequence[str]) -> Phase:
    """The phase that most words point to; ``always`` when none does.

    A word counts once in each place. The nearest heading that names a phase weighs most.
    """
    votes: Counter[Phase] = Counter()
    for text, weight in ((sentence, _SENTENCE_WEIGHT), (title or "", _TITLE_WEIGHT)):
        for phase in _phases_in(_words().words, text):
            votes[phase] += weight
    for heading in reversed(headings):
        named = {_phase(match) for match in _words().headings.finditer(_unnumbered(heading))}
        if named:
            for phase in named:
                votes[phase] += _HEADING_WEIGHT
            break
    if not votes:
        return Phase.ALWAYS
    most = max(votes.values())
    return next(phase for phase in _words().phases if votes[phase] == most)


def _phases_in(pattern: re.Pattern[str], text: str) -> set[Phase]:
    return {_phase(match) for match in pattern.finditer(text)}


def _phase(match: re.Match[str]) -> Phase:
    return Phase((match.lastgroup or "").split("__")[0])


def _unnumbered(heading: str) -> str:
    return re.sub(r"^[\d.\sA-D]*(?:kap\.)?\s+(?=\w)", "", heading).strip()
