"""When in the course of care a duty applies, by the words of ``corpus/data/phases.toml``.

The phases are those of a person's care. Words of them that tell of something else (a record
that is handed over, a permit that ceases) stand in the list ``other`` and are passed over, and
an authority that takes no part in care has at most a payment or a dispute.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.duty import Phase
from corpus.party import Party

_DATA = Path(__file__).parent.parent / "data" / "phases.toml"
_WORD = re.compile(r"\w+")
_HEADING_WEIGHT = 3
_TITLE_WEIGHT = 2
_SENTENCE_WEIGHT = 2
_LISTED = re.compile(r", | och | eller | samt ")
_GAP = r"(?:[\s,]+[\w§]+){0,8}?[\s,]+"
"""What three dots stand for in a word of the lists: up to eight words."""
_STAR, _ANY_END = re.escape("*"), r"\w*"
_NOT_BY_VERB = frozenset({Phase.PAYMENT, Phase.DISPUTE, Phase.TRANSFER})
"""These are told by their words wherever they stand (``innan patienten skrivs ut``)."""
_NOT_OF_CARE = frozenset({Phase.PAYMENT, Phase.DISPUTE, Phase.ALWAYS})
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of every phase, found from where a word of the text begins.

    The patterns stand under the letter their words begin with, so that few are tried; those
    that begin with a star stand under the empty string and are tried last. Words of ``other``
    things hide the words of phases within them.
    """

    patterns: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(cls, words: Iterable[tuple[Phase, str]], other: Iterable[str]) -> "_Words":
        by_letter: dict[str, list[tuple[str, str]]] = {}
        named = [*((_OTHER, word) for word in other), *((p.value, word) for p, word in words)]
        for name, word in named:
            by_letter.setdefault(word[0].replace("*", "").lower(), []).append((name, word))
        return cls({letter: _alternation(group) for letter, group in by_letter.items()})

    def phases(self, text: str) -> set[Phase]:
        """The phases whose words stand in ``text``; of overlapping words the first counts."""
        return {phase for _, phase in self._found(text)}

    def first(self, text: str) -> Phase | None:
        """The phase whose word ``text`` begins with."""
        return next((phase for start, phase in self._found(text) if start == 0), None)

    def _found(self, text: str) -> Iterator[tuple[int, Phase]]:
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            for letter in (word.group()[0].lower(), ""):
                pattern = self.patterns.get(letter)
                match = pattern.match(text, word.start()) if pattern else None
                if match:
                    name = (match.lastgroup or "").split("__")[0]
                    end = match.end()
                    if name != _OTHER:
                        yield word.start(), Phase(name)
                    break


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """What ``phases.toml`` holds, in its order."""

    words: _Words
    headings: _Words
    phases: tuple[Phase, ...]
    general: _Words
    authorities: frozenset[str]


@cache
def _lists() -> _Lists:
    with _DATA.open("rb") as file:
        data = tomllib.load(file)
    of, other = data["phases"], data["other"]
    phases = tuple(Phase(name) for name in of)
    return _Lists(
        words=_Words.of(((p, word) for p in phases for word in of[p]["words"]), other),
        headings=_Words.of(((p, word) for p in phases for word in of[p]["headings"]), other),
        phases=phases,
        general=_Words.of(((Phase.ALWAYS, word) for word in data["general"]), other),
        authorities=frozenset(data["authorities"]),
    )


def _alternation(words: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """The words as one pattern: those of other things first, then the longest first."""
    in_order = sorted(words, key=lambda pair: (pair[0] != _OTHER, -len(pair[1])))
    parts: list[str] = []
    for number, (name, word) in enumerate(in_order):
        apart = (re.escape(part).replace(r"\ ", r"\s+") for part in word.split(" … "))
        parts.append(f"(?P<{name}__{number}>{_GAP.join(apart).replace(_STAR, _ANY_END)})")
    return re.compile(rf"(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def read_phase(
    sentence: str,
    title: str | None,
    headings: Sequence[str],
    *,
    what: str = "",
    parties: Sequence[Party] = (),
) -> Phase:
    """The phase that most words point to; ``always`` when none does.

    A word counts once in each place, and the nearest heading that names a phase weighs most;
    a heading that lists several things does not tell which of them a sentence is about.
    Between phases with as many votes the verb that ``what`` begins with decides (``avsluta
    vården när mottagaren har kvitterat``), else the order of the lists.
    """
    lists = _lists()
    votes: Counter[Phase] = Counter()
    title = "" if title is None or _tells_nothing(title, lists.words) else title
    for text, weight in ((sentence, _SENTENCE_WEIGHT), (title, _TITLE_WEIGHT)):
        for phase in lists.words.phases(text):
            votes[phase] += weight
    votes.update(_named(headings, lists))
    if parties and all(party.role in lists.authorities for party in parties):
        votes = Counter({phase: votes[phase] for phase in _NOT_OF_CARE if votes[phase]})
    if not votes:
        return Phase.ALWAYS
    most = max(votes.values())
    leading = [phase for phase in lists.phases if votes[phase] == most]
    done = lists.words.first(what)
    return done if done in leading and leading[0] not in _NOT_BY_VERB else leading[0]


def _named(headings: Sequence[str], lists: _Lists) -> Mapping[Phase, int]:
    """The weight of the phases that the nearest heading which names any of them names.

    A heading that only says ``Allmänt`` or the like weighs no more than a word of the sentence.
    """
    for heading in reversed(headings):
        bare = _unnumbered(heading)
        named = lists.headings.phases(bare)
        if named and not _tells_nothing(bare, lists.headings):
            return dict.fromkeys(named, _HEADING_WEIGHT)
        if lists.general.phases(bare):
            return {Phase.ALWAYS: _SENTENCE_WEIGHT}
    return {}


def _tells_nothing(heading: str, words: _Words) -> bool:
    """Whether it lists things of which some name no phase (``Ersättning, råd och stöd``)."""
    things = _LISTED.split(heading)
    return ", " in heading and not all(words.phases(thing) for thing in things)


def _unnumbered(heading: str) -> str:
    return re.sub(r"^[\d.\sA-D]*(?:kap\.)?\s+(?=\w)", "", heading).strip()
