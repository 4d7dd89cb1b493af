"""Socket Mode: no inbound port, the same answers."""

import asyncio

import pytest
from pydantic import SecretStr

from tests.bot.slack.played import Trouble
from tests.bot.slack.world import World, command_body, direct_message, envelope, shown

pytestmark = pytest.mark.enable_socket

QUESTION = "Vem får besked när någon skrivs in på sjukhus?"
SOCKET = {"slack_app_token": SecretStr("xapp-tests"), "slack_signing_secret": None}


def test_an_event_through_the_link_is_acknowledged_and_answered(play):
    async def story(world: World) -> None:
        await world.slack.linked()
        await world.slack.push("E1", "events_api", envelope(direct_message(QUESTION), "Ev1"))
        assert await world.slack.wait_ack("E1")
        [post] = await world.slack.wait("chat.postMessage")
        assert world.headline() in shown(post)

    play(story, **SOCKET)


def test_a_command_through_the_link_is_answered(play):
    async def story(world: World) -> None:
        await world.slack.linked()
        await world.slack.push("E1", "slash_commands", command_body(world.slack, QUESTION))
        assert await world.slack.wait_ack("E1")
        [answer] = await world.slack.wait("respond")
        assert world.headline() in shown(answer)

    play(story, **SOCKET)


def test_an_event_that_comes_again_through_the_link_is_answered_once(play):
    async def story(world: World) -> None:
        await world.slack.linked()
        for name in ("E1", "E2"):
            await world.slack.push(name, "events_api", envelope(direct_message(QUESTION), "Ev1"))
            assert await world.slack.wait_ack(name)
        await world.slack.wait("chat.postMessage")
        await world.settle()
        assert len(world.slack.of("chat.postMessage")) == 1

    play(story, **SOCKET)


def test_a_link_that_slack_renews_goes_on(play):
    async def story(world: World) -> None:
        await world.slack.linked()
        await world.slack.drop_link()
        await world.slack.linked(2)
        await world.slack.push("E1", "events_api", envelope(direct_message(QUESTION), "Ev1"))
        await world.slack.wait("chat.postMessage")

    play(story, **SOCKET)


def test_no_address_is_open_without_a_signing_secret(play):
    async def story(world: World) -> None:
        assert (await world.direct(QUESTION)).status_code == 404

    play(story, **SOCKET)


def test_a_slack_that_is_down_at_the_start_holds_nothing_else_up(play):
    async def story(world: World) -> None:
        world.slack.trouble["apps.connections.open"] = [Trouble(500)] * 4
        response = await world.http.post("/api/ask", json={"question": QUESTION})
        assert response.json()["headline"] == world.headline()
        await asyncio.sleep(0.1)

    play(story, **SOCKET)
