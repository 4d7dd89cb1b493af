"""The parts of the answering door, each by itself."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

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
