"""Decide which sentence of a clause answers, and which duties stand there."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.clause import Clause
from corpus.duty import Duty
from corpus.sentences import Sentence, split_sentences
from retrieval.index.lexical import words_of
from retrieval.steps.sharing import on_other_side, shared
from retrieval.steps.wanted import Wanted
from retrieval.understanding.contrasts import Sides, opposed, told_sides
from retrieval.understanding.patterns import words

ON_SIDE = 1.15
"""How much more a sentence counts that tells of the very circumstance asked about."""

_RULES = re.compile(r"\bmeddela\b.*föreskrifter\b", re.DOTALL)
"""Whoever may issue rules on a matter does not carry the matter itself."""

_DOES_IT = re.compile(
    r"\bbeslutar? om\b|\bbeslut (?:om|enligt)\b.*\bfattas\b|\bgör(?:a)?s av\b",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that only tells who decides on something or does it."""

_STEM = 4
"""Letters by which two sentences are seen to speak of one thing (anmälas, anmälan)."""

RULES_SHARE = 0.9
"""How much a sentence counts that only lets somebody issue rules: it repeats the words of the
rule that it is about."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisive:
    """The sentence that answers, and the duties by how well their sentences match.

    ``duties`` are those of the decisive sentence when it has any that names a party, else the
    best matching duty of the clause that names one (of those that tell who decides on what the
    sentence speaks of or does it, when there are such), else all of the decisive sentence.
    Asked who does something, one that only says who does not gives way to one that says who
    does. What the others carry of the same matter is added (``retrieval.steps.sharing``).
    """

    sentence: Sentence
    duties: tuple[Duty, ...]

    @property
    def leads_to_them(self) -> bool:
        """Whether the sentence leads a list, and its items are the parties (``Skyldig är``)."""
        here = (self.sentence.start, self.sentence.end)
        return bool(self.duties) and all(duty.lead == here for duty in self.duties)

    @property
    def names_the_party(self) -> bool:
        """Whether the sentence itself lays one of the duties on somebody."""
        return any(duty.parties and _stands_in(duty, self.sentence) for duty in self.duties)


def decide(
    text: str,
    clause: Clause,
    offsets: NDArray[np.int32],
    matches: Floats,
    wanted: Wanted | None = None,
) -> Decisive:
    """Pick the sentence whose tokens match the question best.

    ``offsets`` (n_tokens,) and ``matches`` (n_question_tokens, n_tokens) are the second
    look's. A sentence that an item hangs on counts for the item too. ``wanted`` is what the
    question wants of the clause; by default one party.
    """
    wanted = wanted or Wanted()
    sentences = split_sentences(text, clause.start, clause.end) or (
        Sentence(start=clause.start, end=clause.end, lead=None, body=clause.start),
    )

    def match(duty: Duty) -> float:
        return _match(_span(duty), offsets, matches)

    told = {each.start: told_sides(words(text[each.start : each.end])) for each in sentences}
    fits = _fitting(told, wanted.sides)
    shares = {
        each: fits[each.start] * (RULES_SHARE if _RULES.search(text, each.body, each.end) else 1.0)
        for each in sentences
    }
    best = max(sentences, key=lambda each: shares[each] * _match(each, offsets, matches))
    duties = _duties(text, clause, best, wanted, match)
    duties = (*duties, *on_other_side(clause, told, best, duties, wanted))
    return Decisive(
        sentence=best,
        duties=shared(text, clause, sentences, best, duties, wanted, match),
    )


def _fitting(told: Mapping[int, Sides], asked: Sides) -> dict[int, float]:
    """How well each sentence's circumstances (``told``) suit those asked about, both by where
    the sentence starts.

    Where the clause tells of the side that is asked about, what it says of the other side is
    no answer.
    """
    against = {start for start, sides in told.items() if opposed(sides, asked)}
    suiting = {start for start, sides in told.items() if sides & asked} - against
    if not suiting:
        return dict.fromkeys(told, 1.0)
    return {
        start: 0.0 if start in against else ON_SIDE if start in suiting else 1.0 for start in told
    }


def _match(sentence: Sentence, offsets: NDArray[np.int32], matches: Floats) -> float:
    inside = (offsets >= sentence.start) & (offsets < sentence.end)
    if sentence.lead:
        inside |= (offsets >= sentence.lead[0]) & (offsets < sentence.lead[1])
    if not inside.any():
        return 0.0
    return float(matches[:, inside].max(axis=1).sum())


def _duties(
    text: str, clause: Clause, best: Sentence, wanted: Wanted, match: Callable[[Duty], float]
) -> tuple[Duty, ...]:
    here = tuple(duty for duty in clause.duties if _stands_in(duty, best))
    naming = tuple(duty for duty in here if duty.parties)
    elsewhere = [duty for duty in clause.duties if duty.parties and not _RULES.search(duty.what)]
    if naming and wanted.who and all(duty.negated for duty in naming):
        # "Vem gör det?" is not answered by who does not.
        elsewhere = [duty for duty in elsewhere if not duty.negated]
        naming = () if elsewhere else naming
    if naming:
        return naming
    if not elsewhere:
        return here
    spoken_of = _stems(text[best.start : best.end])
    doing = [duty for duty in elsewhere if _tells_who(text[duty.start : duty.end], spoken_of)]
    return (max(doing or elsewhere, key=match),)


def _tells_who(sentence: str, spoken_of: frozenset[str]) -> bool:
    """``Anmälan ska göras av nämnden`` after ``Missförhållandet ska anmälas``."""
    return _DOES_IT.search(sentence) is not None and bool(_stems(sentence) & spoken_of)


def _stems(sentence: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words_of(sentence) if len(word) >= _STEM)


def _stands_in(duty: Duty, sentence: Sentence) -> bool:
    if duty.start < sentence.end and duty.end > sentence.start:
        return True
    return bool(sentence.lead) and (duty.start, duty.end) == sentence.lead


def _span(duty: Duty) -> Sentence:
    return Sentence(start=duty.start, end=duty.end, lead=duty.lead, body=duty.start)
