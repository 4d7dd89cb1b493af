"""A Slack that is slow, busy or broken: tried again, and then the user is told."""

import logging
import time

import pytest

from tests.bot.slack.played import Trouble
from tests.bot.slack.world import CHANNEL, USER, World, shown

pytestmark = pytest.mark.enable_socket

QUESTION = "Vem får besked när någon skrivs in på sjukhus?"


def test_slacks_own_waiting_time_is_kept(play):
    async def story(world: World) -> None:
        world.slack.trouble["chat.postMessage"] = [
            Trouble(429, "ratelimited", {"Retry-After": "2"})
        ]
        begun = time.monotonic()
        await world.mention(QUESTION)
        [post] = await world.slack.wait("chat.postMessage")
        assert 2.0 <= time.monotonic() - begun < 8
        assert world.headline() in shown(post)

    play(story)


def test_a_fault_at_slacks_is_tried_again(play):
    async def story(world: World) -> None:
        world.slack.trouble["chat.postMessage"] = [Trouble(502), Trouble(503)]
        await world.direct(QUESTION)
        [post] = await world.slack.wait("chat.postMessage")
        assert world.headline() in shown(post)

    play(story)


def test_when_no_try_helps_the_asker_is_told_where_they_asked(play):
    async def story(world: World) -> None:
        world.slack.trouble["chat.postMessage"] = [Trouble(500)] * 3
        await world.mention(QUESTION)
        [told] = await world.slack.wait("chat.postEphemeral")
        assert (told["channel"], told["user"]) == (CHANNEL, USER)
        assert "kunde inte skicka det" in told["text"]
        assert world.slack.of("chat.postMessage") == []

    play(story)


def test_when_the_channel_is_closed_to_us_the_asker_is_told_in_their_direct_messages(play):
    async def story(world: World) -> None:
        world.slack.trouble["chat.postMessage"] = [Trouble(error="is_archived")]
        world.slack.trouble["chat.postEphemeral"] = [Trouble(error="is_archived")]
        await world.mention(QUESTION)
        [told] = await world.slack.wait("chat.postMessage")
        assert told["channel"] == USER
        assert "kunde inte skicka det" in told["text"]

    play(story)


def test_an_hour_of_waiting_is_not_waited_for(play):
    async def story(world: World) -> None:
        busy = Trouble(429, "ratelimited", {"Retry-After": "3600"})
        world.slack.trouble["chat.postMessage"] = [busy]
        begun = time.monotonic()
        await world.mention(QUESTION)
        await world.slack.wait("chat.postEphemeral")
        assert time.monotonic() - begun < 5

    play(story)


def test_blocks_that_slack_refuses_are_sent_as_text(play):
    async def story(world: World) -> None:
        world.slack.trouble["chat.postMessage"] = [Trouble(error="invalid_blocks")]
        await world.direct(QUESTION)
        [post] = await world.slack.wait("chat.postMessage")
        assert "blocks" not in post
        assert post["text"].startswith(world.headline())
        assert "EXEMPEL – inte gällande" in post["text"]

    play(story)


def test_a_response_address_that_fails_once_is_tried_again(play):
    async def story(world: World) -> None:
        world.slack.trouble["respond"] = [Trouble(500), Trouble(429, headers={"Retry-After": "1"})]
        await world.command(QUESTION)
        [answer] = await world.slack.wait("respond")
        assert world.headline() in shown(answer)

    play(story)


def test_when_the_response_address_fails_for_good_the_asker_is_told_in_direct_messages(play):
    async def story(world: World) -> None:
        world.slack.trouble["respond"] = [Trouble(500)] * 3
        await world.command(QUESTION)
        [told] = await world.slack.wait("chat.postMessage")
        assert told["channel"] == USER
        assert "kunde inte skicka det" in told["text"]

    play(story)


def test_a_status_that_slack_refuses_or_delays_holds_no_answer_up(play):
    async def story(world: World) -> None:
        method = "assistant.threads.setStatus"
        world.slack.trouble[method] = [Trouble(error="missing_scope"), Trouble(seconds=6)]
        await world.direct(QUESTION, ts="100.1")
        await world.slack.wait("chat.postMessage")
        begun = time.monotonic()
        await world.direct(QUESTION, ts="101.1")
        await world.slack.wait("chat.postMessage", 2)
        assert time.monotonic() - begun < 4

    play(story)


def test_slack_is_acknowledged_at_once_though_its_own_answers_are_slow(play):
    async def story(world: World) -> None:
        world.slack.trouble["chat.postMessage"] = [Trouble(429, headers={"Retry-After": "2"})]
        begun = time.monotonic()
        assert (await world.direct(QUESTION)).status_code == 200
        assert (await world.command(QUESTION)).status_code == 200
        assert time.monotonic() - begun < 1.5
        await world.slack.wait("chat.postMessage")
        await world.slack.wait("respond")

    play(story)


def test_what_nobody_foresaw_is_told_to_the_user_and_logged_without_their_words(play, caplog):
    async def story(world: World) -> None:
        def broken(*_: object, **__: object) -> None:
            raise RuntimeError(f"in the middle of {QUESTION}")

        world.asker._answer = broken
        await world.mention(QUESTION)
        [told] = await world.slack.wait("chat.postEphemeral")
        assert "Något gick fel hos mig" in told["text"]
        await world.command(QUESTION)
        [said] = await world.slack.wait("respond")
        assert "Något gick fel hos mig" in said["text"]

    with caplog.at_level(logging.DEBUG):
        play(story)
    assert "Unexpected in Slack: RuntimeError" in caplog.text
    assert QUESTION not in caplog.text


def test_nothing_that_is_written_reaches_the_log(play, caplog):
    async def story(world: World) -> None:
        world.slack.trouble["chat.postMessage"] = [Trouble(500)] * 3
        await world.mention("Vem hjälper Anna Svensson 19121212-1212?")
        await world.slack.wait("chat.postEphemeral")
        await world.command("Vem hjälper Anna Svensson 19121212-1212?")
        await world.slack.wait("respond")
        await world.event({"type": "team_join", "user": {"name": "Svensson"}})

    with caplog.at_level(logging.DEBUG):
        play(story, log_level="debug")
    ours = [r.getMessage() for r in caplog.records if r.name.startswith("ansvarslots")]
    assert ours
    assert not [m for m in ours if "Svensson" in m or "1212" in m or "xoxb" in m or USER in m]
