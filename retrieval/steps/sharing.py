"""When more than one party of a clause answers a question.

The decisive sentence may carry only half of the answer: the question asks who does what, the
next sentence lays the same on the other party, another says who carries it under the opposite
circumstances, or the sentence itself says that the two act together or that one's duty hangs on
what the other does.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.clause import Clause
from corpus.duties.wording import shorten
from corpus.duty import Duty
from corpus.party import Party, Principal
from corpus.party_lexicon import shipped_lexicon
from corpus.sentences import Sentence
from retrieval.steps.wanted import Wanted
from retrieval.understanding.contrasts import Sides, opposed

Duties = tuple[Duty, ...]

_TWO = frozenset({Principal.MUNICIPALITY, Principal.REGION})
_THE_SAME = re.compile(r"\bdetsamma\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:samverka|samarbeta|samråda?|överenskommelser?|avtal|överens|tillsammans)\b"
)
_ONLY_IF = re.compile(r"\b(?:endast|bara) om\b")


def shared(
    text: str,
    clause: Clause,
    sentences: Sequence[Sentence],
    best: Sentence,
    duties: Duties,
    wanted: Wanted,
    match: Callable[[Duty], float],
) -> Duties:
    """``duties`` of the sentence ``best``, with what others carry of the same matter.

    ``match`` tells how well a duty's words match the question.
    """
    if wanted.several:
        return _with_missing(clause, duties, match)
    if wanted.alternatives and (pair := _the_same(text, clause, sentences, best)):
        return tuple(dict.fromkeys((*duties, *pair)))
    return _with_partner(text, best, duties, wanted)


def on_other_side(
    clause: Clause, told: Mapping[int, Sides], best: Sentence, duties: Duties, wanted: Wanted
) -> Iterator[Duty]:
    """What the other principal carries under the opposite of a circumstance that the sentence
    ``best`` tells of and the question leaves open.

    ``Kommunen ska betala i särskilt boende. Regionen ska betala i ordinärt boende.`` ``told``
    are the circumstances that each sentence tells of, by where it starts.
    """
    missing = _TWO - principals(duties)
    here = told[best.start]
    if not duties or len(missing) != 1 or dict(here).keys() & dict(wanted.sides).keys():
        return
    opposite = {start for start, sides in told.items() if opposed(sides, here)}
    for duty in clause.duties:
        if duty.start in opposite and not duty.negated and principals([duty]) == missing:
            yield duty


def principals(duties: Sequence[Duty]) -> set[Principal]:
    """The principals that carry the duties; ``both`` is municipality and region."""
    named = {party.principal for duty in duties for party in duty.parties}
    return named - {Principal.BOTH} | _TWO if Principal.BOTH in named else named


def _with_missing(clause: Clause, duties: Duties, match: Callable[[Duty], float]) -> Duties:
    """``duties`` and, of the rest, the best match that each principal missing carries."""
    found = list(duties)
    for principal in (Principal.MUNICIPALITY, Principal.REGION):
        others = [each for each in clause.duties if principal in principals([each])]
        if others and principal not in principals(found):
            found.append(max(others, key=match))
    return tuple(found)


def _the_same(text: str, clause: Clause, sentences: Sequence[Sentence], best: Sentence) -> Duties:
    """The duties of ``best`` and its neighbour, where one of them does the same as the other
    (``Kommunen ska göra detsamma för …``)."""
    for before, after in pairwise(sentences):
        if best in (before, after) and _THE_SAME.search(text, after.start, after.end):
            return tuple(
                duty
                for duty in clause.duties
                if duty.parties and duty.start in (before.start, after.start)
            )
    return ()


def _with_partner(text: str, best: Sentence, duties: Duties, wanted: Wanted) -> Duties:
    """The other principal joins when question and sentence name it too, and the sentence says
    that they act together or that the duty holds only on what the other has done."""
    missing = _TWO - principals(duties)
    if not duties or len(missing) != 1 or not missing <= wanted.principals:
        return duties
    said = text[best.start : best.end]
    named = [mention.party for mention in shipped_lexicon().find(said)]
    partners = [party for party in named if party.principal in missing]
    if not partners:
        return duties
    partner = partners[0] if len(set(partners)) == 1 else Party(principal=partners[0].principal)
    if _TOGETHER.search(said) and any(party.role is None for party in partners):
        return tuple(_joined_by(duty, partner) for duty in duties)
    if not wanted.principals >= _TWO:
        return duties
    if only := _ONLY_IF.search(said):
        return (*duties, _condition(duties[0], partner, said[only.start() :]))
    if all(duty.negated for duty in duties) and duties[0].condition:
        return (*duties, _condition(duties[0], partner, duties[0].condition))
    return duties


def _joined_by(duty: Duty, partner: Party) -> Duty:
    return replace(duty, parties=(*duty.parties, partner)) if duty.parties else duty


def _condition(duty: Duty, partner: Party, words: str) -> Duty:
    """What the other has to have done, in the words of the condition."""
    return replace(duty, parties=(partner,), what=shorten(words), condition=None)
