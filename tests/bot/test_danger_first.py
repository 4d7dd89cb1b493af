"""What is said about danger to life stands before all else, wherever the answer is drawn."""

from dataclasses import replace

import pytest

from bot.answer_json import fields_wire
from bot.answer_view import view
from bot.asking.values import Reply
from bot.slack.message import Setting, answer_message
from bot.teams.card import FULL, draw, drawing
from bot.teams.plain import plain, summary
from retrieval.texts import say
from tests.bot.answers import ANSWERED
from tests.bot.test_draw import drawn

HEADLINE = ANSWERED.headline


def urgent(lang: str = "sv"):
    notes = (say("danger_note", lang), say("redacted", lang))
    return replace(ANSWERED, lang=lang, notes=notes)


def reply(lang: str = "sv") -> Reply:
    return Reply(id="svar", answer=urgent(lang), followed=None, stored=True)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_note_about_danger_is_urgent_and_the_others_are_not(lang):
    seen = view(urgent(lang))
    assert seen.urgent == (say("danger_note", lang),)
    assert seen.notes == (say("redacted", lang),)
    assert not seen.alarm


def test_a_headline_that_says_call_112_is_an_alarm():
    assert view(replace(ANSWERED, headline=say("danger", "sv"), notes=())).alarm


def test_an_answer_without_danger_has_nothing_urgent():
    assert view(ANSWERED).urgent == ()


def test_the_terminal_says_112_on_its_first_line():
    lines = drawn(urgent()).splitlines()
    assert lines[0] == say("danger_note", "sv")
    assert lines[1] == HEADLINE


def test_slack_says_112_first_in_the_message_and_in_its_notification():
    message = answer_message(reply(), Setting(public_url="https://lotsen.example"))
    first = str(message.blocks[0])
    assert first.index("112") < first.index(HEADLINE)
    assert message.text.splitlines()[0] == say("danger_note", "sv")


def test_teams_says_112_first_in_the_card_and_in_its_notification():
    found = drawing(reply(), "sv", "https://lotsen.example")
    card = draw(found, FULL).model_dump(mode="json", by_alias=True, exclude_none=True)
    text = str(card["body"])
    assert text.index("112") < text.index(HEADLINE)
    assert card["fallbackText"].startswith(say("danger_note", "sv"))
    assert summary(found.seen).startswith(say("danger_note", "sv"))
    assert plain(found.seen).splitlines()[0] == say("danger_note", "sv")


def test_a_program_that_reads_the_answer_finds_the_note_first():
    assert fields_wire(urgent())["notes"][0] == say("danger_note", "sv")


def test_the_words_are_the_same_in_the_terminal_in_english():
    assert drawn(urgent("en"), "en").splitlines()[0] == "If a life is in danger: call 112 first."
