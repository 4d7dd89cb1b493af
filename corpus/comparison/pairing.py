"""Which clause, and which sentence, of the old version is which of the new one.

Clauses are paired first, then their sentences; both as the optimal assignment of a matrix of
likeness. A sentence may find its match in another clause, which is how a clause that was
split or merged is recognised.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from corpus.clause import Clause, DocumentId
from corpus.comparison import thresholds
from corpus.comparison.likeness import Matrix, likeness
from corpus.comparison.mentions import without_agent
from corpus.comparison.units import Unit
from corpus.comparison.values import Version
from corpus.comparison.wording import content_words, difference
from corpus.duty import Duty

Pairs = dict[int, int]
"""Old place → new place."""

_TITLE_WEIGHT = 0.25
_FEWEST_WORDS = 2
"""Content words of a duty; one with fewer says too little to be known again by."""

_MOST_PAIRS = 20_000
"""Pairs of sentences that are compared word by word, the likest first."""

_SAME_ID = 0.05
_SAME_HEADING = 0.05
_OTHER_DOCUMENT = 0.15
_LEADING_NUMBER = re.compile(r"^(?:kapitel\s+)?[\d.]+\s*(?:kap\.|§)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The pairs of clauses, by their places in the versions, and of sentences, by theirs."""

    clauses: Pairs
    sentences: Pairs


def pair(
    old: Version, new: Version, old_units: Sequence[Unit], new_units: Sequence[Unit]
) -> Pairing:
    """Find each old clause's and each old sentence's match in the new version."""
    clauses = _pair_clauses(old, new)
    return Pairing(clauses=clauses, sentences=_pair_units(old_units, new_units, clauses))


def unnumbered(heading: str) -> str:
    """A heading without its number, for comparing."""
    return _LEADING_NUMBER.sub("", heading).strip().casefold()


def _pair_clauses(old: Version, new: Version) -> Pairs:
    scores = _clause_scores(old, new)
    return _assigned(scores, scores >= thresholds.CLAUSES_ALIKE)


def _clause_scores(old: Version, new: Version) -> Matrix:
    bodies = likeness(_bodies(old), _bodies(new))
    titles = likeness(_titles(old.clauses), _titles(new.clauses))
    both_titled = np.outer(_titled(old.clauses), _titled(new.clauses))
    weight = _TITLE_WEIGHT * both_titled
    ids = _same([c.id for c in old.clauses], [c.id for c in new.clauses])
    headings = _same([_heading(c) for c in old.clauses], [_heading(c) for c in new.clauses])
    partner = _documents(old, new)
    apart = ~_same(
        [partner.get(c.document) for c in old.clauses], [c.document for c in new.clauses]
    )
    scores = (1 - weight) * bodies + weight * titles
    scores += _SAME_ID * ids + _SAME_HEADING * headings - _OTHER_DOCUMENT * apart
    # A clause without any words in common is no match, however well its place agrees.
    return np.where(bodies + titles > 0, scores, 0).astype(np.float32)


def _documents(old: Version, new: Version) -> dict[DocumentId, DocumentId]:
    """Each old document's new one: by id, else what it is replaced by, else the likest title."""
    new_ids = {document.id for document in new.documents}
    found = {d.id: d.id for d in old.documents if d.id in new_ids}
    replaced = {before: d.id for d in new.documents for before in d.replaces}
    found |= {d.id: replaced[d.id] for d in old.documents if d.id in replaced}
    left = [d for d in old.documents if d.id not in found]
    free = [d for d in new.documents if d.id not in set(found.values())]
    scores = likeness([d.title for d in left], [d.title for d in free])
    pairs = _assigned(scores, np.ones_like(scores, dtype=bool))
    return found | {left[before].id: free[after].id for before, after in pairs.items()}


def _pair_units(old: Sequence[Unit], new: Sequence[Unit], clauses: Pairs) -> Pairs:
    """Equal sentences of matched clauses first: they need no matrix, and most are equal."""
    pairs = _equal(old, new, clauses)
    left = [place for place in range(len(old)) if place not in pairs]
    taken = set(pairs.values())
    free = [place for place in range(len(new)) if place not in taken]
    scores = likeness([_whole(old[p]) for p in left], [_whole(new[p]) for p in free])
    homes = [clauses.get(old[place].clause, -1) for place in left]
    within = _same(homes, [new[place].clause for place in free])
    limit = np.where(within, thresholds.SENTENCES_ALIKE_WITHIN, thresholds.SENTENCES_ALIKE_ANYWHERE)
    scored = (scores + thresholds.SENTENCE_BONUS * within).astype(np.float32)
    found = _assigned(scored, scores >= limit)
    found |= _same_matter([old[p] for p in left], [new[p] for p in free], scores, found)
    return pairs | {left[before]: free[after] for before, after in found.items()}


def _same_matter(old: Sequence[Unit], new: Sequence[Unit], scores: Matrix, found: Pairs) -> Pairs:
    """Sentences without a match, each with one duty, whose duties say the same in other words:
    ``Regionen ska betala dosetten`` and ``Dosetten bekostas av kommunen``."""
    alone_old = np.array([len(u.duties) == 1 and at not in found for at, u in enumerate(old)])
    taken = set(found.values())
    alone_new = np.array([len(u.duties) == 1 and at not in taken for at, u in enumerate(new)])
    if not scores.size:
        return {}
    near = (scores >= thresholds.SOMETHING_ALIKE) & np.outer(alone_old, alone_new)
    likest = sorted(zip(*np.nonzero(near), strict=True), key=lambda at: -scores[at])
    allowed = np.zeros_like(near)
    for one, other in likest[:_MOST_PAIRS]:
        allowed[one, other] = _same_task(old[one].duties[0], new[other].duties[0])
    return _assigned(scores, allowed)


def _same_task(old: Duty, new: Duty) -> bool:
    one, other = (without_agent(duty.what) for duty in (old, new))
    if min(len(content_words(one)), len(content_words(other))) < _FEWEST_WORDS:
        return False
    found = difference(one, other)
    return not found.weighty and found.share <= thresholds.SAME_MATTER


def _equal(old: Sequence[Unit], new: Sequence[Unit], clauses: Pairs) -> Pairs:
    waiting: dict[tuple[int, str], list[int]] = {}
    for place, unit in enumerate(new):
        waiting.setdefault((unit.clause, _whole(unit)), []).append(place)
    pairs: Pairs = {}
    for place, unit in enumerate(old):
        places = waiting.get((clauses.get(unit.clause, -1), _whole(unit)))
        if places:
            pairs[place] = places.pop(0)
    return pairs


def _assigned(scores: Matrix, allowed: NDArray[np.bool_]) -> Pairs:
    """The pairs of the assignment with the highest total, of those that are allowed."""
    if not scores.size:
        return {}
    rows, columns = linear_sum_assignment(np.where(allowed, scores, 0), maximize=True)
    return {
        int(row): int(column)
        for row, column in zip(rows, columns, strict=True)
        if allowed[row, column]
    }


def _whole(unit: Unit) -> str:
    return f"{unit.lead} {unit.text}" if unit.lead else unit.text


def _bodies(version: Version) -> list[str]:
    return [version.text(clause) for clause in version.clauses]


def _titles(clauses: Sequence[Clause]) -> list[str]:
    return [clause.title or "" for clause in clauses]


def _titled(clauses: Sequence[Clause]) -> NDArray[np.bool_]:
    return np.array([bool(clause.title) for clause in clauses], dtype=bool)


def _heading(clause: Clause) -> str | None:
    return unnumbered(clause.headings[-1]) if clause.headings else None


def _same(old: Sequence[object], new: Sequence[object]) -> NDArray[np.bool_]:
    """(n_old, n_new) whether the values are equal; None equals nothing."""
    places: dict[object, list[int]] = {}
    for place, value in enumerate(new):
        places.setdefault(value, []).append(place)
    found = np.zeros((len(old), len(new)), dtype=bool)
    for row, value in enumerate(old):
        if value is not None:
            found[row, places.get(value, [])] = True
    return found
