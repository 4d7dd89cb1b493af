"""Which clauses answer on a given day, for every status."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clause import Clause, ClauseId, DocumentId
from corpus.document import Document
from corpus.status import Kind, Status
from retrieval.validity import holding, holds, validity

IN_FORCE = frozenset({Status.IN_FORCE})
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
BEFORE, WITHIN, AFTER = date(2024, 12, 31), date(2025, 6, 1), date(2026, 1, 1)

DOCUMENT = Document(
    id=DocumentId("avtal"),
    title="Avtal",
    kind=Kind.AGREEMENT,
    status=Status.IN_FORCE,
    valid_from=FIRST,
    valid_to=LAST,
    source=None,
    replaces=(),
    audience=None,
    file="avtal.md",
    sha256="0" * 64,
    text="Kommunen ansvarar.",
)
CLAUSE = Clause(
    document=DOCUMENT.id, id=ClauseId("1"), label="1", title=None, headings=(), start=0, end=18
)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.IN_FORCE, True),
        (Status.ADOPTED, True),
        (Status.REPEALED, True),
        (Status.CONSULTATION, False),
        (Status.DRAFT, False),
        (Status.EXAMPLE, False),
        (Status.NOTES, False),
    ],
)
def test_within_its_dates_only_a_text_that_binds_answers(status: Status, expected: bool) -> None:
    assert holds(replace(DOCUMENT, status=status), CLAUSE, WITHIN, IN_FORCE) is expected


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("on", [BEFORE, AFTER])
def test_outside_its_dates_no_text_answers(status: Status, on: date) -> None:
    assert not holds(replace(DOCUMENT, status=status), CLAUSE, on, IN_FORCE)
    assert not holds(replace(DOCUMENT, status=status), CLAUSE, on, frozenset({status}))


@pytest.mark.parametrize("on", [FIRST, LAST])
def test_the_first_and_the_last_day_are_within(on: date) -> None:
    assert holds(DOCUMENT, CLAUSE, on, IN_FORCE)


@pytest.mark.parametrize(
    ("status", "first", "last", "expected"),
    [
        (Status.IN_FORCE, None, None, True),
        (Status.ADOPTED, None, None, False),
        (Status.ADOPTED, FIRST, None, True),
        (Status.ADOPTED, None, LAST, False),
        (Status.REPEALED, None, None, False),
        (Status.REPEALED, FIRST, None, False),
        (Status.REPEALED, None, LAST, False),
        (Status.REPEALED, FIRST, LAST, True),
    ],
)
def test_an_adopted_or_repealed_text_answers_only_when_its_days_are_stated(
    status: Status, first: date | None, last: date | None, expected: bool
) -> None:
    document = replace(DOCUMENT, status=status, valid_from=first, valid_to=last)
    assert holds(document, CLAUSE, WITHIN, IN_FORCE) is expected


@pytest.mark.parametrize("status", Status)
def test_only_examples_answer_where_only_examples_are_let_in(status: Status) -> None:
    found = holds(replace(DOCUMENT, status=status), CLAUSE, WITHIN, frozenset({Status.EXAMPLE}))
    assert found is (status is Status.EXAMPLE)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ((None, None), (FIRST, LAST)),
        ((date(2025, 3, 1), None), (date(2025, 3, 1), LAST)),
        ((None, date(2025, 3, 1)), (FIRST, date(2025, 3, 1))),
        ((date(2025, 3, 1), date(2025, 4, 1)), (date(2025, 3, 1), date(2025, 4, 1))),
    ],
)
def test_a_clauses_own_dates_go_before_its_documents(own, expected) -> None:
    clause = replace(CLAUSE, valid_from=own[0], valid_to=own[1])
    assert validity(DOCUMENT, clause) == expected


DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2027, 1, 1))


@given(DAYS, DAYS)
def test_of_two_wordings_that_meet_exactly_one_answers(change: date, on: date) -> None:
    """A paragraph in an expiring and a coming wording: no day without, no day with both."""
    document = replace(DOCUMENT, valid_from=None, valid_to=None)
    old = replace(CLAUSE, valid_to=date.fromordinal(change.toordinal() - 1))
    new = replace(CLAUSE, valid_from=change)
    assert holding([document], [old, new], on, IN_FORCE).sum() == 1


@given(st.lists(st.tuples(st.sampled_from(Status), DAYS, DAYS), max_size=6), DAYS)
def test_the_mask_says_of_each_clause_what_holds_says(facts, on: date) -> None:
    documents = [
        replace(DOCUMENT, id=DocumentId(str(i)), status=status, valid_from=first, valid_to=last)
        for i, (status, first, last) in enumerate(facts)
    ]
    clauses = [replace(CLAUSE, document=document.id) for document in documents]
    mask = holding(documents, clauses, on, IN_FORCE)
    assert mask.dtype == np.bool_
    assert mask.tolist() == [
        holds(document, clause, on, IN_FORCE)
        for document, clause in zip(documents, clauses, strict=True)
    ]
