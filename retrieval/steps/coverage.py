"""How much of what a question says is said in a clause, or in the questions it is known to answer.

A word of the question that neither the clause nor any of its known questions holds may be what
is asked about: ``vem betalar tolken?`` is not answered by who pays for the meeting.
"""

import numpy as np
from numpy.typing import NDArray

from retrieval.index.lexical import ngrams
from retrieval.index.parts import IndexParts

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]


def covered(index: IndexParts, asked: str, rows: Rows) -> Floats:
    """The share in [0, 1] of the question's n-grams that each clause of ``rows`` covers, (n,).

    An n-gram weighs the more the fewer of the clauses' texts hold it (inverse document
    frequency). 0 for a question without words.
    """
    terms = sorted(set(ngrams(asked)))
    in_texts, in_text = index.words.standing(terms, rows)
    _, in_known = index.asked.words.standing(terms, rows)
    rarity = np.maximum(np.log((len(index.clauses) + 1) / (in_texts + 0.5)), 0)
    said = rarity @ (in_text | in_known)
    return (said / max(float(rarity.sum()), 1e-9)).astype(np.float32)
