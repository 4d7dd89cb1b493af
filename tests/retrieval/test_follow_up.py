"""A question that goes on from an earlier one is told from one that stands alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.understanding.follow_up import base_of, leans, together

FIRST = "Vem lägger om sår hemma hos den som är inskriven?"
DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "question",
    [
        "och om det är ett barn?",
        "vem tar över sen?",
        "men på natten då?",
        "and who pays?",
        "gäller det även LSS?",
        "och om personen bodde i ordinärt boende?",
        "hur ofta?",
        "vem betalar?",
        "vad ska stå i den?",
        "what about the weekend?",
        "Varför då?",
        "och regionen?",
    ],
)
def test_what_has_no_subject_of_its_own_leans_on_the_question_before(question):
    assert leans(question)


@pytest.mark.parametrize(
    "question",
    [
        "Vem utser MAS?",
        "Vem betalar inkontinensskydd?",
        "Och vem kallar till SIP efter en sjukhusvistelse?",
        "Så vem ska hämta utrustningen när patienten har avlidit?",
        "Om ett barn vårdas hemma, vem utbildar personalen före hemgång?",
        "SIP?",
        "Who appoints the chief nurse of the municipality?",
        "",
        "🙏",
    ],
)
def test_what_names_its_own_matter_stands_alone(question):
    assert not leans(question)


def test_it_leans_on_the_latest_question_that_stands_alone():
    assert base_of(["Vem utser MAS?", FIRST, "och om det är ett barn?"]) == FIRST


def test_without_such_a_question_it_leans_on_the_first():
    assert base_of(["och sen då?", "hur ofta?"]) == "och sen då?"
    assert base_of([]) is None


@given(st.text(), st.text())
def test_no_text_makes_it_fail(one, other):
    leans(one)
    assert one.strip() in together(one, other)


def test_a_follow_up_finds_the_clause_that_its_words_alone_do_not_name(answering):
    alone = answering.ask_traced("och hemma då?", on=DAY)
    found = answering.ask_traced("och hemma då?", on=DAY, earlier=[FIRST])
    assert alone.followed is None
    assert found.followed == FIRST
    assert found.answer.question == "och hemma då?"


@pytest.mark.parametrize(
    "question", ["Tack så mycket!", "Han andas inte, vad gör vi?", "Hej!", "Vem utser MAS?"]
)
def test_thanks_danger_and_a_new_matter_follow_nothing(answering, question):
    assert answering.ask_traced(question, on=DAY, earlier=[FIRST]).followed is None


def test_what_was_small_talk_is_not_followed(answering):
    found = answering.ask_traced("och vem betalar?", on=DAY, earlier=[FIRST, "Tack, hej!"])
    assert found.followed == FIRST


def test_personal_data_in_an_earlier_question_is_masked(answering):
    earlier = ["Vem lägger om sår hemma? Svara till eva@example.se"]
    followed = answering.ask_traced("och om det är ett barn?", on=DAY, earlier=earlier).followed
    assert followed is not None
    assert "eva@example.se" not in followed
