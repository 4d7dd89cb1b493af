"""The question set of threads: follow-ups gain, and questions that stand alone lose nothing."""

from datetime import date
from pathlib import Path

import pytest

from eval.threads import fare, read_threads, table

SET = Path(__file__).parents[3] / "eval" / "questions" / "threads" / "trad_modellavtal.jsonl"
DAY = date(2026, 11, 22)


@pytest.mark.parametrize("part", ["dev", "test"])
def test_follow_ups_find_the_gold_more_often_with_their_thread(model_service, part):
    found = fare(model_service, read_threads(SET, part), DAY, follows=True)
    assert found.questions >= 30
    assert found.decided >= 0.75 * found.questions
    assert found.near >= found.near_alone + 5
    assert found.first > found.first_alone


@pytest.mark.parametrize("part", ["dev", "test"])
def test_questions_that_stand_alone_are_hardly_ever_spoilt(model_service, part):
    found = fare(model_service, read_threads(SET, part), DAY, follows=False)
    assert found.decided >= found.questions - 1
    assert found.near >= found.near_alone - 1


def test_every_gold_clause_exists(model_service):
    known = {clause.reference for clause in model_service.clauses}
    asked = read_threads(SET)
    assert len(asked) >= 60
    assert [q.id for q in asked if not known.issuperset(q.gold) or not q.gold] == []
    assert all(q.earlier for q in asked)


def test_the_table_has_a_line_for_each_count(model_service):
    found = fare(model_service, read_threads(SET, "dev")[:2], DAY, follows=True)
    assert table([("dev", found)]).count("\n") == 2
