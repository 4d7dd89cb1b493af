"""Duties that are about the same task: where two texts may speak against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.comparison.likeness import likeness
from corpus.comparison.mentions import without_agent
from corpus.comparison.wording import content_words, difference
from corpus.duty import Duty
from corpus.findings.meeting import may_meet
from corpus.findings.values import Place
from corpus.party import Principal
from corpus.time_expressions import read_times

ALIKE = 0.62
"""Likeness of two tasks from which they are compared word by word."""

SAME_TASK = 0.2
"""Share of content words that may differ between two wordings of one task."""

_FEWEST_WORDS = 2
"""Content words of a task; one with fewer ("göra bedömningen") says too little to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A duty in its place. ``words`` is what is to be done and when, without party and time."""

    duty: Duty
    place: Place
    words: str

    @property
    def carriers(self) -> frozenset[Principal]:
        """Region and municipality, of those that carry it; other bodies where neither does."""
        found = {party.principal for party in self.duty.parties}
        if Principal.BOTH in found:
            found = (found - {Principal.BOTH}) | {Principal.REGION, Principal.MUNICIPALITY}
        return frozenset(found & {Principal.REGION, Principal.MUNICIPALITY}) or frozenset(found)


def same_tasks(tasks: Sequence[Task]) -> Iterator[tuple[Task, Task]]:
    """Pairs of tasks that say the same thing, the earlier first."""
    scores = likeness([task.words for task in tasks], [task.words for task in tasks])
    for one, other in zip(*np.nonzero(np.triu(scores >= ALIKE, k=1)), strict=True):
        first, second = tasks[one], tasks[other]
        meet = may_meet(first.place.document, second.place.document)
        if meet and _is_same(first.words, second.words):
            yield first, second


def task_words(duty: Duty) -> str:
    """What the duty is about, for comparing."""
    said = " ".join(part for part in (without_agent(duty.what), duty.condition) if part)
    kept, at = [], 0
    for time in read_times(said):
        kept.append(said[at : time.start])
        at = time.end
    return " ".join([*kept, said[at:]])


def _is_same(one: str, other: str) -> bool:
    if min(len(content_words(one)), len(content_words(other))) < _FEWEST_WORDS:
        return False
    found = difference(one, other)
    return not found.weighty and found.share <= SAME_TASK
