"""What is on the matrix on a day: what answers, and what is asked for by name."""

from datetime import date

import pytest

from corpus.matrix import MatrixFilter
from corpus.status import Status
from retrieval.board import dated_board
from tests.retrieval.made_corpus import TODAY


def shown(made, today=TODAY, **asked):
    found = dated_board(made.documents, made.clauses, made.answers, MatrixFilter(**asked), today)
    return [document.id for document in found.board.documents]


@pytest.mark.parametrize(
    ("asked", "documents"),
    [
        ({}, ["avtal"]),
        ({"on": date(2020, 1, 1)}, ["gammalt"]),
        ({"on": date(2027, 6, 1)}, ["avtal", "nytt"]),
        ({"on": date(2010, 1, 1)}, []),
        ({"document": ("nytt",)}, ["nytt"]),
        ({"document": ("nytt",), "on": TODAY}, []),
        ({"document": ("gammalt",)}, ["gammalt"]),
        ({"status": (Status.DRAFT, Status.EXAMPLE)}, ["exempel", "utkast"]),
        ({"status": (Status.DRAFT,), "document": ("avtal",)}, []),
        ({"document": ("finns-inte",)}, []),
    ],
)
def test_what_answers_is_shown_and_the_rest_by_name(made, asked, documents):
    assert shown(made, **asked) == documents


def test_the_day_is_todays_unless_another_is_asked(made):
    def day(**asked):
        return dated_board(made.documents, made.clauses, made.answers, MatrixFilter(**asked), TODAY)

    assert day().on == TODAY
    assert not day().timeline.uncovered
    old = day(on=date(2010, 1, 1))
    assert (old.on, old.board.rows, old.timeline.uncovered) == (date(2010, 1, 1), 0, True)
