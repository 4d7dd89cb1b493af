"""The area under the ROC curve, by ranks."""

import numpy as np
import numpy.typing as npt


def roc_auc(scores: npt.NDArray[np.float64], positive: npt.NDArray[np.bool_]) -> float:
    """The chance that a positive scores above a negative, a tie counting one half.

    ``scores`` (n,) float64 and ``positive`` (n,) bool. NaN when one of the classes is empty.
    Mann and Whitney 1947: (rank sum of positives − n₊(n₊+1)/2) / (n₊ n₋), equal scores
    sharing the mean of their ranks.
    """
    n_positive = int(positive.sum())
    n_negative = len(positive) - n_positive
    if not n_positive or not n_negative:
        return float("nan")
    _, groups, sizes = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(sizes)
    ranks = (last - (sizes - 1) / 2)[groups]
    least = n_positive * (n_positive + 1) / 2
    return float((ranks[positive].sum() - least) / (n_positive * n_negative))
