"""The made-up agreement of the matrix tests as a dated board."""

from datetime import date

import pytest

from bot.matrix.texts import MATRIX
from bot.words import Words
from corpus.matrix import MatrixFilter
from corpus.status import Status
from retrieval.board import DatedBoard, dated_board
from tests.corpus.matrix.made import AGREEMENT, read

TODAY = date(2026, 11, 22)
SAY = Words("sv", MATRIX)


def board_of(text: str = AGREEMENT, asked: MatrixFilter = MatrixFilter(), **facts) -> DatedBoard:  # noqa: B008
    document, clauses = read(text, **facts)
    return dated_board([document], clauses, frozenset({Status.IN_FORCE}), asked, TODAY)


@pytest.fixture
def board() -> DatedBoard:
    return board_of()
