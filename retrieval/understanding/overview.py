"""A question for all that a party carries, rather than for one clause."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.duty import Phase
from corpus.matrix import MatrixFilter
from corpus.matrix.folding import folded
from corpus.party import Party
from corpus.party_lexicon import Mention
from corpus.stems import stem
from retrieval.understanding.data import read_data
from retrieval.understanding.language import small_words
from retrieval.understanding.patterns import Hit, Phrases, Word, words

NEAR = 2
"""Words that may stand between the asking words and the party."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    """What ``retrieval/data/overview.toml`` lists."""

    asks: Phrases
    bears: Phrases
    empty: Phrases
    phases: Phrases


@cache
def _signs() -> _Signs:
    table = read_data("overview")
    own = [(phase, way) for phase, ways in table["phases"].items() for way in ways]
    known = read_data("question_phases")["phases"]
    return _Signs(
        asks=Phrases(("asks", way) for way in table["asks"]),
        bears=Phrases(("bears", way) for way in table["bears"]),
        empty=Phrases(("empty", way) for way in table["empty"]),
        phases=Phrases([*own, *((phase, way) for phase, ways in known.items() for way in ways)]),
    )


def phases_of(there: Sequence[Word]) -> tuple[Phase, ...]:
    """The phases that the words name, in the order of ``Phase``."""
    labels = _signs().phases.labels(there)
    return tuple(phase for phase in Phase if phase in labels)


def overview_of(
    question: str, mentions: Sequence[Mention], headings: Sequence[str]
) -> MatrixFilter | None:
    """The part of the matrix that ``question`` asks for; None when it asks for something else.

    ``mentions`` are the parties that it names, ``headings`` the documents' own. A question
    with any word that neither names the party, a phase nor a heading's matter asks for
    something in particular, and is better answered by a clause.
    """
    there = words(question)
    parties = _asked(there, mentions)
    if not parties:
        return None
    phases = _signs().phases.find(there)
    left = _left(there, parties, phases)
    topic = _topic(left, headings) if left else ""
    if topic is None:
        return None
    labels = {hit.label for hit in phases}
    return MatrixFilter(
        party=tuple(dict.fromkeys(_value(mention.party) for mention in parties)),
        phase=tuple(phase for phase in Phase if phase in labels),
        topic=topic,
    )


def _asked(there: Sequence[Word], mentions: Sequence[Mention]) -> list[Mention]:
    """The parties whose duties are asked for: those named right after the asking words."""
    asks = _signs().asks.find(there)
    if not asks or not _signs().bears.find(there):
        return []
    parties: list[Mention] = []
    end = asks[0].end
    for mention in mentions:
        if mention.start < asks[0].start:
            continue
        between = [word.plain for word in there if end <= word.start < mention.start]
        joined = not parties or between in (["och"], ["and"], ["and", "the"])
        if len(between) > NEAR or not joined:
            break
        parties.append(mention)
        end = mention.end
    return parties


def _left(there: Sequence[Word], parties: Sequence[Mention], phases: Sequence[Hit]) -> list[str]:
    """The words that tell of something else than party and phase."""
    signs = _signs()
    told = [
        *phases,
        *(hit for p in (signs.asks, signs.bears, signs.empty) for hit in p.find(there)),
    ]
    spans = [(hit.start, hit.end) for hit in told] + [(m.start, m.end) for m in parties]
    small = small_words("sv") | small_words("en")
    return [
        word.plain
        for word in there
        if word.plain not in small
        and len(word.plain) > 1
        and not any(start <= word.start < end for start, end in spans)
    ]


def _topic(left: Sequence[str], headings: Sequence[str]) -> str | None:
    """The words of a heading that the ``left`` words are inflections of; None when there is no
    heading that holds them all."""
    for heading in headings:
        by_stem = {stem(word.plain): word.plain for word in words(heading)}
        met = [by_stem.get(stem(word)) or _alike(word, by_stem.values()) for word in left]
        if all(met):
            return " ".join(dict.fromkeys(word for word in met if word))
    return None


def _alike(word: str, others: Iterable[str]) -> str | None:
    """The other word that is the same but for its accents."""
    return next((other for other in others if folded(other) == folded(word)), None)


def _value(party: Party) -> str:
    return party.role or party.principal.value
