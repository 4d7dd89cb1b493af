"""Coverage: how much of what a question says stands in a clause or its known questions."""

import math
from types import SimpleNamespace

import numpy as np
import pytest

from retrieval.index.lexical import LexicalIndex, ngrams
from retrieval.steps.coverage import covered

CLAUSES = ["mötet hålls hemma", "regionen betalar mötet", "kommunen ger vård"]
KNOWN = ["", "vem står för kaffet", ""]
ROWS = np.arange(3)


def index(clauses: list[str] = CLAUSES, known: list[str] = KNOWN) -> SimpleNamespace:
    return SimpleNamespace(
        clauses=clauses,
        words=LexicalIndex.build([ngrams(text) for text in clauses]),
        asked=SimpleNamespace(words=LexicalIndex.build([ngrams(text) for text in known])),
    )


def test_a_word_of_a_clause_or_of_its_known_questions_is_covered():
    assert covered(index(), "betalar kaffet", ROWS) == pytest.approx([0.0, 1.0, 0.0])


def test_each_piece_weighs_by_how_few_clauses_hold_it():
    # In hand arithmetic: "_hem" and the rest of "hemma" stand in one clause of three, and the
    # pieces of "tolken" in none.
    one, none = math.log(4 / 1.5), math.log(4 / 0.5)
    said, all_said = len(ngrams("hemma")) * one, len(ngrams("tolken")) * none
    found = covered(index(), "hemma tolken", ROWS)
    assert found.dtype == np.float32
    assert found[0] == pytest.approx(said / (said + all_said))
    assert found[1:].tolist() == [0.0, 0.0]


def test_a_piece_that_stands_in_nearly_every_clause_weighs_nothing_and_never_less():
    everywhere = index(["vården"] * 3, [""] * 3)
    assert covered(everywhere, "vården", ROWS) == pytest.approx([1.0] * 3)
    assert covered(index(["vården"], [""]), "vården", np.array([0])) == pytest.approx([1.0])


def test_a_question_without_words_is_not_covered():
    assert covered(index(), "?! …", ROWS).tolist() == [0.0, 0.0, 0.0]


def test_case_and_repetition_do_not_count():
    once, often = (covered(index(), text, ROWS) for text in ("mötet tolk", "MÖTET mötet tolk"))
    assert once.tolist() == often.tolist()
