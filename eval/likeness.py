"""Questions that are after the same thing.

Two questions are alike when the same clauses stand high for both, or when they say much the
same. The first is the cosine of their rankings, a clause weighing one over its place; the
second the cosine of their vectors by the service's own model, counted from the middle of
example questions, since all questions lie close together as seen from nought. The likeness
is the greater of the two. On training questions to the model agreement, written to vary, the
first tells those with gold in common from the others with a ROC-AUC of 0.93, the second with
0.81 (0.75 from nought); the second is what joins two wordings of what no clause answers.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from retrieval.encoder import Encoder
from retrieval.index.build import outside_examples

Floats = NDArray[np.float64]

ALIKE = 0.55
"""The mean likeness within a group is at least this: one in a thousand pairs of training
questions without gold in common has vectors that are so alike."""


def likeness(
    questions: Sequence[str], rankings: Sequence[Sequence[str]], encoder: Encoder
) -> Floats:
    """(n, n) float64 in [-1, 1], symmetric. ``rankings`` hold clauses, best first."""
    return np.maximum(by_rankings(rankings), by_vectors(questions, encoder))


def by_rankings(rankings: Sequence[Sequence[str]]) -> Floats:
    """The cosines of rankings, (n, n) float64 in [0, 1]; an empty one is like nothing."""
    columns: dict[str, int] = {}
    for ranking in rankings:
        for reference in ranking:
            columns.setdefault(reference, len(columns))
    profiles = np.zeros((len(rankings), max(len(columns), 1)))
    for row, ranking in enumerate(rankings):
        for place, reference in enumerate(dict.fromkeys(ranking), start=1):
            profiles[row, columns[reference]] = 1 / place
    return _cosines(profiles)


def by_vectors(questions: Sequence[str], encoder: Encoder) -> Floats:
    """The cosines of the questions' vectors as seen from the middle of example questions."""
    if not questions:
        return np.zeros((0, 0))
    examples = [each.vector for each in encoder.encode_questions(outside_examples())]
    vectors = [each.vector for each in encoder.encode_questions(questions)]
    return _cosines(np.stack(vectors).astype(np.float64) - np.stack(examples).mean(axis=0))


def _cosines(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit = rows / np.where(lengths > 0, lengths, 1)
    cosines: Floats = unit @ unit.T
    return cosines


def groups(alike: Floats, least: float = ALIKE) -> list[list[int]]:
    """Positions grouped by average linkage, each group in its order, the groups by the first.

    ``alike`` (n, n) is symmetric.
    """
    n = len(alike)
    if n < 2:
        return [[place] for place in range(n)]
    distance = np.clip(1 - alike, 0, 2)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), method="average")
    together: dict[int, list[int]] = {}
    for place, number in enumerate(fcluster(tree, t=1 - least, criterion="distance")):
        together.setdefault(int(number), []).append(place)
    return list(together.values())


def middle(alike: Floats, group: Sequence[int]) -> int:
    """The member that is most like the others of its group; the first of equals."""
    within = alike[np.ix_(group, group)].sum(axis=1)
    return group[int(np.argmax(np.round(within, 9)))]
