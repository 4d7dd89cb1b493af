"""Many questions at once, and none lost."""

import asyncio

import pytest

from tests.bot.slack.world import World, direct_message, shown

pytestmark = pytest.mark.enable_socket

QUESTION = "Vem får besked när någon skrivs in på sjukhus?"


def test_two_hundred_questions_at_once_are_all_answered(play):
    async def story(world: World) -> None:
        messages = [
            direct_message(QUESTION, f"{n}.1", user=f"U{n}", channel=f"D{n}") for n in range(200)
        ]
        responses = await asyncio.gather(*map(world.event, messages))
        assert {each.status_code for each in responses} == {200}
        posts = await world.slack.wait("chat.postMessage", 200, seconds=90)
        assert {post["channel"] for post in posts} == {f"D{n}" for n in range(200)}
        answered = [world.headline() in shown(post) for post in posts]
        assert all(answered), answered.count(False)

    play(story, everyone_per_second=1_000)


def test_what_is_over_the_limit_for_all_is_told_when_to_come_back(play):
    async def story(world: World) -> None:
        messages = [
            direct_message(QUESTION, f"{n}.1", user=f"U{n}", channel=f"D{n}") for n in range(20)
        ]
        await asyncio.gather(*map(world.event, messages))
        posts = await world.slack.wait("chat.postMessage", 20, seconds=60)
        turned_away = sum("Försök igen om" in post["text"] for post in posts)
        assert 0 < turned_away < 20

    play(story, everyone_per_second=5)
