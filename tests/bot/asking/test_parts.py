"""The parts of the answering door, each by itself."""

import asyncio
import contextlib
import threading
from datetime import UTC, datetime, timedelta

import pytest

from bot.asking import chores
from bot.asking.errors import TooManyQuestions
from bot.asking.places import Places
from bot.asking.rates import Rates
from bot.asking.threads import RecentThreads

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_everybodys_limit_holds_for_unknown_askers_too():
    rates = Rates(per_user_per_minute=100, everyone_per_second=5)
    refused = []
    for _ in range(30):
        try:
            rates.take(None)
        except TooManyQuestions as error:
            refused.append(error.seconds)
    assert len(refused) in range(15, 26)
    assert min(refused) >= 1


def test_one_persons_limit_is_nobody_elses():
    rates = Rates(per_user_per_minute=2, everyone_per_second=1_000)
    for user in ("a", "b", "c"):
        rates.take(user)
        rates.take(user)
    with pytest.raises(TooManyQuestions):
        rates.take("a")


def taken(rates, **given):
    """How many of thirty questions, each under a name of its own, are let in."""
    let_in = 0
    for number in range(30):
        with contextlib.suppress(TooManyQuestions):
            rates.take(f"{given}{number}", **given)
            let_in += 1
    return let_in


def test_a_flood_under_ever_new_names_leaves_room_for_those_whom_a_chat_service_vouches_for():
    rates = Rates(per_user_per_minute=5, everyone_per_second=20, strangers_share=0.75)
    assert taken(rates, vouched=False) in range(15, 18)
    assert taken(rates, vouched=True) >= 3


def test_strangers_may_use_everything_where_nobody_else_asks():
    rates = Rates(per_user_per_minute=5, everyone_per_second=20)
    assert taken(rates, vouched=False) >= 20


def test_some_places_are_kept_for_those_whom_a_chat_service_vouches_for():
    places = Places(4, strangers_share=0.75)
    with places.taken(), places.taken(), places.taken():
        with pytest.raises(TooManyQuestions), places.taken():
            pass
        with (
            places.taken(vouched=True),
            pytest.raises(TooManyQuestions),
            places.taken(vouched=True),
        ):
            pass


def test_a_chore_that_fails_once_is_done_again(caplog):
    async def whole():
        done = asyncio.Event()
        rounds = []

        async def chore():
            rounds.append(1)
            if len(rounds) == 1:
                raise ZeroDivisionError(NOON.isoformat())
            done.set()

        task = chores._repeated("index", 0.01, chore)
        async with asyncio.timeout(5):
            await done.wait()
        task.cancel()
        await asyncio.wait({task})

    asyncio.run(whole())
    assert "the chore index failed: ZeroDivisionError" in caplog.text
    assert NOON.isoformat() not in caplog.text


def test_a_place_is_given_back_whatever_happens_in_it():
    places = Places(1)
    with pytest.raises(ValueError, match="inside"), places.taken():
        raise ValueError("inside")
    with places.taken():
        assert places.count == 1
        with pytest.raises(TooManyQuestions), places.taken():
            pass
    assert places.count == 0


def test_a_thread_keeps_its_last_questions_for_a_while():
    recent = RecentThreads(questions=2)
    for minute, question in enumerate(("one", "two", "three")):
        recent.add("t", question, NOON + timedelta(minutes=minute))
    assert recent.earlier("t", NOON) == ["two", "three"]
    assert recent.earlier("t", NOON + timedelta(minutes=2)) == ["three"]
    assert recent.earlier("other", NOON) == []


def test_the_thread_that_was_silent_longest_goes_first():
    recent = RecentThreads(questions=2, threads=2)
    for minute, thread in enumerate(("a", "b", "a", "c")):
        recent.add(thread, thread, NOON + timedelta(minutes=minute))
    assert recent.earlier("b", NOON) == []
    assert recent.earlier("a", NOON) == ["a", "a"]


def test_silent_threads_are_forgotten():
    recent = RecentThreads(questions=2)
    recent.add("old", "x", NOON)
    recent.add("new", "y", NOON + timedelta(hours=2))
    recent.forget_before(NOON + timedelta(hours=1))
    assert recent.earlier("old", NOON) == []
    assert recent.earlier("new", NOON) == ["y"]


def test_many_threads_of_the_program_may_add_at_once():
    recent = RecentThreads(questions=3, threads=50)

    def add(name):
        for number in range(200):
            recent.add(f"{name}{number % 20}", "q", NOON)

    adding = [threading.Thread(target=add, args=(name,)) for name in "abcd"]
    for each in adding:
        each.start()
    for each in adding:
        each.join()
    assert len(recent._kept) == 50
