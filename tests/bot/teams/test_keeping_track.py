"""What is remembered for a while: activities, sent answers, signing keys."""

import asyncio

import pytest

from bot.teams.background import Background
from bot.teams.once import Once
from bot.teams.refusals import Busy, NoKeys
from bot.teams.signing_keys import KEPT_SECONDS, PAUSE_SECONDS, SigningKeys
from tests.bot.teams.played_service import PlayedService, playing
from tests.bot.teams.stage import KEY
from tests.bot.teams.tokens import Signer


class Clock:
    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


def test_a_key_is_new_once_until_its_time_is_over():
    clock = Clock()
    once = Once(seconds=60, clock=clock)
    assert [once.first("a"), once.first("a"), once.first("b")] == [True, False, True]
    clock.now += 61
    assert once.first("a")


def test_only_so_many_are_remembered_and_the_oldest_go_first():
    once = Once(most=3)
    assert all(once.first(each) for each in "abcd")
    assert not once.first("d")
    assert once.first("a")


def test_what_was_not_handled_after_all_is_new_again():
    once = Once()
    once.first("a")
    once.forget("a")
    assert once.first("a")


def test_more_work_than_there_is_room_for_is_refused():
    async def scenario():
        background = Background(most=1)
        background.start(asyncio.sleep(0.05))
        with pytest.raises(Busy):
            background.start(asyncio.sleep(0))
        await background.finish()
        background.start(asyncio.sleep(0))
        await background.finish()

    asyncio.run(scenario())


def test_work_that_does_not_end_is_dropped_when_the_server_stops():
    async def scenario():
        background = Background()
        background.start(asyncio.sleep(60))
        await background.finish(0.01)
        assert not background.full

    asyncio.run(asyncio.wait_for(scenario(), 5))


@pytest.mark.enable_socket
def test_keys_are_kept_for_a_day_and_changed_ones_found():
    async def scenario():
        clock = Clock()
        async with playing(PlayedService(signers=[Signer(key=KEY)])) as service:
            keys = SigningKeys(f"{service.address}/openid", clock)
            assert await keys.find("key-1")
            assert await keys.find("key-1")
            assert service.keys_asked == 1
            service.signers = [Signer("key-2", key=KEY)]
            assert await keys.find("key-2") is None
            clock.now += PAUSE_SECONDS + 1
            assert await keys.find("key-2")
            assert await keys.find("key-1") is None

    asyncio.run(scenario())


@pytest.mark.enable_socket
def test_old_keys_stay_good_for_a_day_when_new_ones_cannot_be_had_and_no_longer():
    async def scenario():
        clock = Clock()
        async with playing(PlayedService(signers=[Signer(key=KEY)])) as service:
            keys = SigningKeys(f"{service.address}/openid", clock)
            assert await keys.find("key-1")
            service.keys_down = True
            clock.now += PAUSE_SECONDS + 1
            assert await keys.find("unknown") is None
            assert await keys.find("key-1")
            clock.now += KEPT_SECONDS
            with pytest.raises(NoKeys):
                await keys.find("key-1")

    asyncio.run(scenario())


@pytest.mark.enable_socket
@pytest.mark.parametrize("signers", [[], [Signer("no-key", key=KEY)]])
def test_an_answer_without_usable_keys_is_no_answer(signers):
    async def scenario():
        service = PlayedService(signers=signers)
        for each in signers:
            each.public = lambda: {"kty": "RSA", "kid": "x", "n": "!", "e": "!"}
        async with playing(service):
            with pytest.raises(NoKeys):
                await SigningKeys(f"{service.address}/openid").find("key-1")

    asyncio.run(scenario())
