"""Who may call us: signed requests only, not too old, and nothing malformed gets further."""

import json
import time

import pytest

from tests.bot.slack.world import World, direct_message, envelope, signed

pytestmark = pytest.mark.enable_socket

QUESTION = "Vem får besked när någon skrivs in på sjukhus?"


def body_of(id: str = "EvDoor") -> bytes:
    return json.dumps(envelope(direct_message(QUESTION), id)).encode()


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"x-slack-signature": "v0=" + "0" * 64}, id="forged"),
        pytest.param({"x-slack-signature": ""}, id="empty"),
        pytest.param({"x-slack-signature": "åäö".encode()}, id="no letters of a signature"),
        pytest.param(signed(body_of(), secret="another secret"), id="another's secret"),
        pytest.param(signed(body_of("EvOther")), id="of another body"),
        pytest.param(signed(body_of(), at=int(time.time()) - 301), id="older than five minutes"),
        pytest.param(signed(body_of(), at=int(time.time()) + 86_400), id="from the future"),
        pytest.param({"x-slack-request-timestamp": "soon"}, id="no number for a time"),
        pytest.param({"x-slack-request-timestamp": "9" * 400}, id="a huge time"),
        pytest.param({"x-slack-request-timestamp": "²"}, id="a digit of another kind"),
    ],
)
def test_a_request_that_slack_did_not_just_sign_is_turned_away(play, headers):
    async def story(world: World) -> None:
        given = {k: v.encode() if isinstance(v, str) else v for k, v in headers.items()}
        response = await world.send(body_of(), form=False, headers=given)
        assert (response.status_code, response.text) == (401, "invalid signature")
        await world.settle()
        assert world.slack.calls == []

    play(story)


def test_a_signed_request_from_four_minutes_ago_is_taken(play):
    async def story(world: World) -> None:
        headers = signed(body_of(), at=int(time.time()) - 240)
        assert (await world.send(body_of(), form=False, headers=headers)).status_code == 200
        await world.slack.wait("chat.postMessage")

    play(story)


def test_a_request_that_was_listened_in_on_and_sent_again_does_nothing(play):
    async def story(world: World) -> None:
        headers = signed(body_of())
        for _ in range(2):
            assert (await world.send(body_of(), form=False, headers=headers)).status_code == 200
        await world.slack.wait("chat.postMessage")
        await world.settle()
        assert len(world.slack.of("chat.postMessage")) == 1

    play(story)


@pytest.mark.parametrize(
    "body", [b"\xff\xfe", b"{", b"", b"[]", b"payload=%7B", b"null", b"[" * 100_000]
)
def test_what_is_no_message_of_slacks_gets_a_refusal_and_no_fault(play, body):
    async def story(world: World) -> None:
        unsigned = await world.send(body, form=False, headers={"x-slack-signature": "v0=1"})
        assert unsigned.status_code in {400, 401}
        alone = await world.send(body, form=body.startswith(b"payload"))
        assert alone.status_code in {400, 401, 404}
        await world.settle()
        assert world.slack.of("chat.postMessage") == []

    play(story)


def test_slack_finds_the_address_when_it_is_entered(play):
    async def story(world: World) -> None:
        body = json.dumps({"type": "url_verification", "challenge": "abc"}).encode()
        response = await world.send(body, form=False)
        assert response.json() == {"challenge": "abc"}

    play(story)


def test_only_posts_are_taken(play):
    async def story(world: World) -> None:
        assert (await world.http.get("/slack/events")).status_code == 405
        assert (await world.http.get("/slack/install")).status_code == 404

    play(story)
