"""Questions that are nearly the same: they must not stand in two parts of the sets.

What is learnt on ``train`` or chosen on ``dev`` would otherwise be asked again in ``test``.
Two questions are twins when, case, punctuation and spacing apart,

- their runs of five characters are shared by half or more (Jaccard), whatever their gold, or
- they have a gold clause in common, or neither has any, and their words agree by 85 of 100
  (rapidfuzz ``token_set_ratio``: order does not count, and a question of four words or more
  that stands inside a longer one is its twin).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz
from scipy.sparse import csr_matrix

from eval.question_set import Question, QuestionSet
from eval.wording import wording

RUN = 5
SHARED_RUNS = 0.5
AGREEING_WORDS = 85.0
FEWEST_WORDS = 4
"""Shorter questions (a greeting) stand inside many others without being the same."""

BATCH = 500
"""How many questions are held against all at a time, to spare memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A question and the set that it stands in."""

    set: str
    question: Question


Pair = tuple[Placed, Placed]


def twins_across_parts(sets: Sequence[QuestionSet]) -> tuple[Pair, ...]:
    """Every pair of twins in different parts, in the order of the questions."""
    placed = [Placed(set=s.name, question=q) for s in sets for q in s.questions]
    words = [wording(each.question.question) for each in placed]
    found = {
        pair
        for pair in (*_by_runs(words), *_by_words(placed, words))
        if placed[pair[0]].question.part != placed[pair[1]].question.part
    }
    return tuple((placed[one], placed[other]) for one, other in sorted(found))


def _by_runs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs, the lower first, that share enough runs of characters."""
    vocabulary: dict[str, int] = {}
    rows, columns = [], []
    for row, text in enumerate(words):
        for run in runs(text):
            rows.append(row)
            columns.append(vocabulary.setdefault(run, len(vocabulary)))
    if not rows:
        return
    ones = np.ones(len(rows), dtype=np.float32)
    matrix = csr_matrix((ones, (rows, columns)), shape=(len(words), len(vocabulary)))
    sizes = np.asarray(matrix.sum(axis=1)).ravel()
    for first in range(0, len(words), BATCH):
        shared = (matrix[first : first + BATCH] @ matrix.T).tocoo()
        one, other = shared.row + first, shared.col
        jaccard = shared.data / (sizes[one] + sizes[other] - shared.data)
        near = (jaccard >= SHARED_RUNS) & (one < other)
        yield from zip(one[near].tolist(), other[near].tolist(), strict=True)


def runs(text: str) -> set[str]:
    """The runs of five characters of a text, its ends marked by spaces."""
    marked = f" {text} "
    return {marked[n : n + RUN] for n in range(max(len(marked) - RUN + 1, 1))}


def _by_words(placed: Sequence[Placed], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs, the lower first, with gold in common whose words agree."""
    same_gold: dict[str, list[int]] = defaultdict(list)
    for n, each in enumerate(placed):
        if words[n].count(" ") + 1 >= FEWEST_WORDS:
            for reference in each.question.gold or ("",):
                same_gold[reference].append(n)
    for together in same_gold.values():
        for place, one in enumerate(together):
            for other in together[place + 1 :]:
                if placed[one].question.part == placed[other].question.part:
                    continue
                if fuzz.token_set_ratio(words[one], words[other]) >= AGREEING_WORDS:
                    yield one, other
