"""What becomes of an answer when Teams is slow, busy or will not have it."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from starlette.responses import Response

from bot.teams.persistence import ATTEMPTS
from bot.teams.texts import TEAMS
from tests.bot.teams.reading import lines
from tests.bot.teams.stage import card

pytestmark = pytest.mark.enable_socket

QUESTION = "Vem betalar när en utskrivningsklar patient ligger kvar?"


def status(code, **headers):
    return Response(status_code=code, headers=headers)


def test_a_busy_teams_is_waited_for_as_long_as_it_asks(play):
    async def scenario(stage):
        stage.service.answers = [status(429, **{"Retry-After": "7"}), status(429)]
        await stage.says(QUESTION)
        (sent,) = await stage.messages()
        assert lines(card(sent))[0] == "Kommunen ansvarar."
        assert stage.slept == [7.0, 2.0]

    play(scenario)


def test_a_date_to_wait_for_is_understood(play):
    async def scenario(stage):
        until = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
        stage.service.answers = [status(503, **{"Retry-After": until})]
        await stage.says(QUESTION)
        await stage.messages()
        (waited,) = stage.slept
        assert 15 < waited <= 20

    play(scenario)


@pytest.mark.parametrize("code", [500, 502, 503, 504, 412, 408])
def test_a_failed_send_is_tried_again(play, code):
    async def scenario(stage):
        stage.service.answers = [status(code), status(code)]
        await stage.says(QUESTION)
        assert len(await stage.messages()) == 1
        assert stage.slept == [1.0, 2.0]

    play(scenario)


def test_when_all_attempts_have_failed_the_user_is_told_where_to_ask(play):
    async def scenario(stage):
        stage.service.answers = [status(503)] * ATTEMPTS
        await stage.says(QUESTION)
        (sent,) = await stage.messages()
        assert sent.body["text"].endswith("https://ansvar.region.se")
        assert len(stage.slept) == ATTEMPTS - 1

    play(scenario)


def test_nobody_waits_for_an_hour(play):
    async def scenario(stage):
        stage.service.answers = [status(429, **{"Retry-After": "3600"})]
        await stage.says(QUESTION)
        (sent,) = await stage.messages()
        assert sent.body["text"].startswith("Svaret gick inte att skicka")
        assert stage.slept == []

    play(scenario)


def test_a_card_that_teams_will_not_have_is_sent_as_plain_text(play):
    async def scenario(stage):
        stage.service.refuse_cards = True
        await stage.says(QUESTION)
        (sent,) = await stage.messages()
        assert sent.body["text"].startswith("Kommunen ansvarar.")
        assert "EXEMPEL – inte gällande" in sent.body["text"]
        assert sent.body["textFormat"] == "plain"
        assert stage.slept == []

    play(scenario)


def test_a_teams_that_is_gone_leaves_only_a_line_in_the_log(play, caplog):
    async def scenario(stage):
        stage.service.answers = [status(403)] * 2
        await stage.says(QUESTION)
        for _ in range(400):
            if "not sent" in caplog.text:
                break
            await asyncio.sleep(0.005)
        assert "Teams: a message was not sent: HTTPStatusError" in caplog.text
        assert "a:personal" not in caplog.text
        assert (await stage.post(stage.activity(text=QUESTION))).status_code == 200
        assert len(await stage.messages()) == 1

    play(scenario)


def test_a_teams_that_cannot_be_reached_is_tried_for_a_while_and_then_left(play, caplog):
    async def scenario(stage):
        nowhere = "http://127.0.0.1:9/"
        activity = stage.activity(text=QUESTION, serviceUrl=nowhere)
        await stage.post(activity, token=stage.signer.token(nowhere))
        for _ in range(1_000):
            if "not sent" in caplog.text:
                break
            await asyncio.sleep(0.005)
        assert "Teams: a message was not sent: ConnectError" in caplog.text
        assert stage.slept == [1.0, 2.0, 4.0, 8.0]

    play(scenario)


def test_the_line_that_tells_of_a_lost_answer_is_in_both_languages():
    assert all("{address}" in text for text in TEAMS["error.unsent"])
