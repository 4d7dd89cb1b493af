"""Personal data in Slack is nowhere afterwards: store, logs, figures and what is posted."""

import json

import pytest

from tests.bot.personal_data import left_behind, questions, watch_the_logs
from tests.bot.slack.test_aside import form, shortcut
from tests.bot.slack.world import World, thumb

pytestmark = pytest.mark.enable_socket

LONGEST = 4_000


def test_no_made_personal_data_is_left_anywhere(play, caplog, tmp_path):
    watch_the_logs(caplog)
    secrets, asked = questions()
    asked = asked[:40] + asked[-12:]  # many in each, and some with one
    left: list[str] = []

    async def story(world: World) -> None:
        for number, text in enumerate(asked, start=1):
            question = text[:LONGEST]
            # Every second one goes on in the thread of the one before it.
            thread = {"thread_ts": f"{number - 1}.1"} if number % 2 == 0 else {}
            await world.direct(question, f"{number}.1", **thread)
            await world.slack.wait("chat.postMessage", number)
            post = world.slack.of("chat.postMessage")[-1]
            await world.click(thumb(post, "down"))
            opened = (await world.slack.wait("views.open", number))[-1]
            said = await world.interact(form(opened["view"], "other", comment=question[:900]))
            left.append(said.text)
        for question in asked[-12:]:
            before = len(world.slack.of("respond"))
            left.append((await world.command(question)).text)
            await world.slack.wait("respond", before + 1)
            left.append((await world.interact(shortcut(world, question))).text)
            await world.slack.wait("respond", before + 2)
        left.append(json.dumps(world.slack.calls, ensure_ascii=False))
        left.append((await world.http.get("/metrics")).text)

    play(story, per_user_per_minute=100_000, everyone_per_second=10_000)
    assert '"Frågan: ' in left[-2]  # the masked question is shown, so there was one to look in
    assert left_behind(secrets, [*left, caplog.text], tmp_path) == []
