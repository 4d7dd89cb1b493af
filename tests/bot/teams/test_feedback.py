"""Thumbs: what is kept, and what the user is told."""

from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from bot.asking.errors import StoreDown, UnknownAnswer
from bot.asking.values import Feedback, Reason, Surface, Verdict
from bot.teams.feedback_card import LONGEST_COMMENT, VERB, is_feedback, read_feedback
from bot.teams.texts import TEAMS
from tests.bot.teams.reading import elements, thumb
from tests.bot.teams.stage import ANNA, card

pytestmark = pytest.mark.enable_socket

QUESTION = "Vem kallar till SIP?"
THANKS = TEAMS["feedback.thanks"][0]


def kept(play):
    """The rows of the store."""
    (file,) = play.data.rglob("*.sqlite3")
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.execute(text("select * from feedback"))]
    engine.dispose()
    return rows


def test_a_thumb_up_is_kept_and_thanked_for(play):
    async def scenario(stage):
        await stage.says(QUESTION)
        (sent,) = await stage.messages()
        response = await stage.press(thumb(card(sent), "up"))
        assert response.json() == {
            "statusCode": 200,
            "type": "application/vnd.microsoft.activity.message",
            "value": THANKS,
        }

    play(scenario)
    (row,) = kept(play)
    assert "up" in row


def test_a_thumb_down_unfolds_reasons_and_free_text_that_is_kept_masked(play):
    async def scenario(stage):
        await stage.says(QUESTION)
        (sent,) = await stage.messages()
        found = {each["id"]: each for each in elements(card(sent)) if "id" in each}
        assert [each["value"] for each in found["reasons"]["choices"]] == list(Reason)
        data = {
            **thumb(card(sent), "down"),
            "reasons": "wrong_party,other",
            "comment": "Ring mig på 070-123 45 67, Kalle",
        }
        assert (await stage.press(data)).json()["value"] == THANKS

    play(scenario)
    (row,) = kept(play)
    assert "wrong_party" in str(row)
    assert row[-1] == "Ring mig på [telefon], [namn]"
    assert ANNA["aadObjectId"] not in str(row)


def test_a_client_without_execute_sends_its_thumb_as_a_message_and_is_thanked_by_one(play):
    async def scenario(stage):
        await stage.says(QUESTION)
        (sent,) = await stage.messages()
        await stage.says("", value=thumb(card(sent), "up"))
        _, thanks = await stage.messages(2)
        assert thanks.body["text"] == THANKS

    play(scenario)
    assert len(kept(play)) == 1


def test_a_second_thumb_of_the_same_person_replaces_the_first(play):
    async def scenario(stage):
        await stage.says(QUESTION)
        (sent,) = await stage.messages()
        await stage.press(thumb(card(sent), "down"))
        await stage.press(thumb(card(sent), "up"))

    play(scenario)
    (row,) = kept(play)
    assert "up" in row


def test_feedback_to_an_answer_that_is_gone_is_told(play):
    async def scenario(stage):
        data = {"verb": VERB, "id": "no-such-answer", "verdict": "up"}
        response = await stage.press(data, locale="en-US")
        assert response.json()["value"] == UnknownAnswer().text("en")

    play(scenario)


def test_a_store_that_is_down_is_told(play):
    async def scenario(stage):
        response = await stage.press({"verb": VERB, "id": "x", "verdict": "up"})
        assert response.json()["value"] == StoreDown().text("sv")

    class Down:
        async def give_feedback(self, feedback):
            raise StoreDown

    replace(play, change=lambda asker: Down())(scenario)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"verb": VERB},
        {"verb": VERB, "id": 7, "verdict": "up"},
        {"verb": VERB, "id": "", "verdict": "up"},
        {"verb": VERB, "id": "x" * 1_000, "verdict": "up"},
        {"verb": VERB, "id": "x", "verdict": "sideways"},
        {"verb": VERB, "id": "x", "verdict": ["up"]},
        {"verb": "another", "id": "x", "verdict": "up"},
    ],
)
def test_a_thumb_that_cannot_be_read_is_told(play, data):
    async def scenario(stage):
        response = await stage.press(data)
        assert response.json()["value"] == TEAMS["feedback.unreadable"][0]

    play(scenario)


def test_unknown_reasons_are_passed_over_and_a_long_comment_is_cut():
    given = {
        "verb": VERB,
        "id": "x",
        "verdict": "down",
        "reasons": "other,gone,wrong_clause",
        "comment": "a" * 5_000,
    }
    assert read_feedback(given, "user") == Feedback(
        id="x",
        verdict=Verdict.DOWN,
        surface=Surface.TEAMS,
        user="user",
        reasons=(Reason.WRONG_CLAUSE, Reason.OTHER),
        comment="a" * LONGEST_COMMENT,
    )


@pytest.mark.parametrize("value", [None, "text", 7, [], {}, {"verb": "x"}])
def test_other_values_of_a_message_are_no_feedback(value):
    assert not is_feedback(value)
