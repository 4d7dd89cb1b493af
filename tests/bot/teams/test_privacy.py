"""Personal data in Teams is nowhere afterwards: store, logs and what is sent."""

import logging

import pytest

from tests.bot.api.test_privacy import questions, traces
from tests.bot.teams.reading import thumb
from tests.bot.teams.stage import card

pytestmark = pytest.mark.enable_socket


def test_no_made_personal_data_is_left_anywhere(play, caplog):
    caplog.set_level(logging.DEBUG)
    secrets, asked = questions()
    asked = asked[:40] + asked[-10:]  # many in each, and some with one
    sent = []

    async def scenario(stage):
        for number, question in enumerate(asked, start=1):
            await stage.says(question[:4_000])
            found = (await stage.messages(number))[-1]
            pressed = {**thumb(card(found), "down"), "comment": question[:900]}
            sent.append((await stage.press(pressed)).text)
        sent.extend(str(each.body) for each in stage.service.sent)

    play(scenario, per_user_per_minute=100_000, everyone_per_second=10_000)
    assert len(sent) >= 2 * len(asked)
    files = [each for each in play.data.rglob("*") if each.is_file() and each.suffix != ".key"]
    assert any(b"[personnummer]" in file.read_bytes() for file in files)
    everywhere = "\n".join(
        [*sent, caplog.text, *(file.read_bytes().decode("utf-8", "replace") for file in files)]
    )
    assert [s for s in secrets if any(trace in everywhere for trace in traces(s))] == []
