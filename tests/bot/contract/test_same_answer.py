"""Command line, API, web page, Slack and Teams give one and the same answer to a question."""

import json
from collections.abc import Collection

import pytest

from retrieval.answer import AnswerStatus
from tests.bot.contract.conftest import Answers
from tests.bot.contract.questions import Asked, questions

pytestmark = pytest.mark.enable_socket

SURFACES = ("web", "slack", "teams")


def asking(chosen: Collection[Asked]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("asked", chosen, ids=lambda each: each.text[:50])


every_question = asking(questions())
every_lone_question = asking([each for each in questions() if each.before is None])
every_follow_up = asking([each for each in questions() if each.before is not None])


@every_question
@pytest.mark.parametrize("surface", SURFACES)
def test_party_clauses_quotes_standing_and_dates_are_the_apis(answers: Answers, asked, surface):
    assert answers[surface, asked].said == answers["api", asked].said


@every_lone_question
def test_the_command_line_says_the_same(answers: Answers, asked):
    alone, by_api = answers["command line", asked], answers["api", asked]
    assert (alone.said, alone.status) == (by_api.said, by_api.status)


@every_question
def test_the_page_marks_the_answers_status(answers: Answers, asked):
    assert answers["web", asked].status == answers["api", asked].status


@every_follow_up
@pytest.mark.parametrize("surface", SURFACES)
def test_a_question_that_goes_on_is_understood_with_the_one_before(answers, asked, surface):
    assert asked.before in answers[surface, asked].text
    assert json.loads(answers["api", asked].text)["followed"] == asked.before


@every_question
@pytest.mark.parametrize("surface", SURFACES)
def test_every_note_stands_on_every_surface(answers: Answers, asked, surface):
    for note in json.loads(answers["api", asked].text)["notes"]:
        assert " ".join(note.split()) in answers[surface, asked].text


def test_the_questions_try_every_kind_of_answer(answers: Answers):
    statuses = {answers["api", each].status for each in questions()}
    assert statuses >= {
        AnswerStatus.ANSWERED,
        AnswerStatus.SHARED,
        AnswerStatus.NOT_FOUND,
        AnswerStatus.OUT_OF_SCOPE,
    }
    heard = [answers["api", each].said for each in questions()]
    assert any(len(said.sources) > 1 for said in heard)
    assert sum(bool(said.overview) for said in heard) == 2
    assert any(said.offered for said in heard)
