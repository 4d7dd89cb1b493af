"""What holds on a day, what ends soon, and what takes over."""

from datetime import date, timedelta

import pytest

from corpus.status import Status
from corpus.timeline import NOTICE, When, build_timeline, when
from tests.corpus.matrix.made import document

IN_FORCE = frozenset({Status.IN_FORCE})
ON = date(2026, 11, 22)
OLD = document("gammalt", valid_from=date(2017, 4, 1), valid_to=date(2026, 12, 22))
NEW = document(
    "nytt", status=Status.ADOPTED, valid_from=date(2026, 12, 23), replaces=("gammalt", "okänt")
)
DRAFT = document("utkast", status=Status.DRAFT, valid_from=None)
FOUR = [DRAFT, NEW, OLD]


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        (None, None, When.UNDATED),
        (ON, ON, When.WITHIN),
        (None, ON, When.WITHIN),
        (ON, None, When.WITHIN),
        (ON + timedelta(1), None, When.BEFORE),
        (None, ON - timedelta(1), When.AFTER),
    ],
)
def test_a_day_lies_before_within_or_after(first, last, there):
    assert when(first, last, ON) is there


def test_documents_stand_in_the_order_of_their_first_day_and_the_undated_last():
    made = build_timeline(FOUR, ON, IN_FORCE)
    assert [each.document.id for each in made.stretches] == ["gammalt", "nytt", "utkast"]
    assert [each.answers for each in made.stretches] == [True, False, False]
    assert not made.uncovered


def test_a_document_that_ends_within_thirty_days_is_told_with_what_replaces_it():
    (ending,) = build_timeline(FOUR, ON, IN_FORCE).ending
    assert (ending.document, ending.days_left) == (OLD, 30)
    assert build_timeline(FOUR, ON, IN_FORCE).successors(ending) == (NEW,)
    assert build_timeline(FOUR, ON - timedelta(1), IN_FORCE).ending == ()
    last_day = build_timeline(FOUR, OLD.valid_to, IN_FORCE).ending
    assert [each.days_left for each in last_day] == [0]


def test_an_adopted_document_answers_from_its_first_day():
    made = build_timeline(FOUR, NEW.valid_from, IN_FORCE)
    assert [each.document.id for each in made.stretches if each.answers] == ["nytt"]
    assert made.ending == ()


@pytest.mark.parametrize("on", [date(2017, 3, 31), date(1900, 1, 1)])
def test_a_day_outside_every_document_is_told(on):
    assert build_timeline(FOUR, on, IN_FORCE).uncovered


def test_a_gap_between_two_documents_is_told():
    late = document("nytt", status=Status.ADOPTED, valid_from=date(2027, 2, 1))
    assert build_timeline([OLD, late], date(2027, 1, 15), IN_FORCE).uncovered


def test_what_does_not_answer_is_never_told_to_end():
    draft = document("utkast", status=Status.DRAFT, valid_to=ON + NOTICE)
    assert build_timeline([draft, OLD], ON, IN_FORCE).ending[0].document is OLD
    assert build_timeline([draft], ON, IN_FORCE).ending == ()


def test_no_documents_make_an_empty_timeline():
    assert build_timeline([], ON, IN_FORCE).uncovered
