"""What a browser's page shows is kept for a while, for a bounded number of people."""

from bot.asking.values import Reply, Verdict
from bot.web.thread_memory import MOST_TURNS, ThreadMemory
from tests.bot.answers import ANSWERED


def reply(name: str) -> Reply:
    return Reply(id=name, answer=ANSWERED, followed=None, stored=True)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def shown(memory: ThreadMemory, name: str) -> list[tuple[int, str]]:
    return [(turn.number, turn.reply.id) for turn in memory.turns(name)]


def test_turns_are_numbered_in_their_thread():
    memory = ThreadMemory(60)
    for thread, name in (("a", "1"), ("b", "2"), ("a", "3")):
        memory.add(thread, reply(name))
    assert shown(memory, "a") == [(1, "1"), (2, "3")]
    assert shown(memory, "b") == [(1, "2")]
    assert memory.turns(None) == memory.turns("c") == ()


def test_a_thread_is_forgotten_some_time_after_its_latest_question():
    clock = Clock()
    memory = ThreadMemory(60, clock=clock)
    memory.add("a", reply("1"))
    clock.now = 59
    memory.add("a", reply("2"))
    clock.now = 118
    assert len(memory.turns("a")) == 2
    clock.now = 119
    assert memory.turns("a") == ()


def test_the_oldest_turns_of_a_long_thread_go_and_the_numbers_stay():
    memory = ThreadMemory(60)
    for number in range(1, MOST_TURNS + 3):
        memory.add("a", reply(str(number)))
    turns = shown(memory, "a")
    assert len(turns) == MOST_TURNS
    assert turns[0] == (3, "3")


def test_when_there_are_too_many_the_thread_that_rested_longest_goes():
    memory = ThreadMemory(60, most=3)
    for thread in ("a", "b", "a", "c"):
        memory.add(thread, reply(thread))
    assert shown(memory, "b") == []
    assert len(memory.turns("a")) == 2
    assert len(memory.turns("c")) == 1


def test_a_verdict_stays_with_its_answer():
    memory = ThreadMemory(60)
    memory.add("a", reply("1"))
    memory.add("a", reply("2"))
    assert memory.judged("a", "1", Verdict.DOWN).number == 1
    assert [turn.verdict for turn in memory.turns("a")] == [Verdict.DOWN, None]
    assert memory.judged("a", "3", Verdict.UP) is None
    assert memory.judged("b", "1", Verdict.UP) is None


def test_a_thread_can_be_dropped_at_once():
    memory = ThreadMemory(60, most=2)
    memory.add("a", reply("1"))
    memory.forget("a")
    memory.forget("a")
    memory.forget(None)
    assert memory.turns("a") == ()
    memory.add("b", reply("2"))
    memory.add("c", reply("3"))
    assert len(memory.turns("b")) == 1
