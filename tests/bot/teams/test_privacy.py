"""Personal data in Teams is nowhere afterwards: store, logs, figures and what is sent."""

import pytest

from tests.bot.personal_data import left_behind, questions, watch_the_logs
from tests.bot.teams.reading import thumb
from tests.bot.teams.stage import card

pytestmark = pytest.mark.enable_socket


def test_no_made_personal_data_is_left_anywhere(play, caplog):
    watch_the_logs(caplog)
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
        sent.append(stage.asker.counts.text(0).decode())

    play(scenario, per_user_per_minute=100_000, everyone_per_second=10_000)
    assert len(sent) >= 2 * len(asked)
    assert left_behind(secrets, [*sent, caplog.text], play.data) == []
