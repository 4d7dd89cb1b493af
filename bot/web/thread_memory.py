"""The answers that a browser's page shows below each other, kept for a while in memory."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from time import monotonic

from bot.asking.values import Reply, Verdict

MOST_TURNS = 20
"""Turns shown in one thread; the oldest goes first."""

MOST_KEPT = 5_000
"""Turns kept in all, some ten kilobytes each; the thread that rested longest goes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One question and its answer. ``number`` counts from 1 within the thread."""

    number: int
    reply: Reply
    verdict: Verdict | None = None


@dataclass(slots=True)
class _Thread:
    turns: list[Turn]
    used: float


class ThreadMemory:
    """Threads by their secret name. Holds only what an answer holds: masked questions.

    ``seconds`` after its latest question a thread is forgotten. Safe to use from several
    threads of the program at once.
    """

    def __init__(
        self, seconds: float, *, most: int = MOST_KEPT, clock: Callable[[], float] = monotonic
    ) -> None:
        self._threads: OrderedDict[str, _Thread] = OrderedDict()
        self._kept = 0
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._lock = Lock()

    def turns(self, name: str | None) -> tuple[Turn, ...]:
        """The turns of a thread, oldest first; empty when it is not known."""
        with self._lock:
            self._forget_old()
            thread = self._threads.get(name) if name else None
            return tuple(thread.turns) if thread else ()

    def add(self, name: str, reply: Reply) -> Turn:
        """Keep an answer at the end of its thread."""
        with self._lock:
            self._forget_old()
            thread = self._threads.setdefault(name, _Thread([], 0))
            last = thread.turns[-1].number if thread.turns else 0
            turn = Turn(number=last + 1, reply=reply)
            thread.turns.append(turn)
            thread.used = self._clock()
            self._threads.move_to_end(name)
            self._kept += 1
            if len(thread.turns) > MOST_TURNS:
                del thread.turns[0]
                self._kept -= 1
            while self._kept > self._most and len(self._threads) > 1:
                self._drop(next(iter(self._threads)))
            return turn

    def judged(self, name: str | None, answer: str, verdict: Verdict) -> Turn | None:
        """Remember the verdict on the answer ``answer``; None when the page lost it."""
        with self._lock:
            thread = self._threads.get(name) if name else None
            for at, turn in enumerate(thread.turns if thread else ()):
                if thread and turn.reply.id == answer:
                    thread.turns[at] = replace(turn, verdict=verdict)
                    return thread.turns[at]
            return None

    def forget(self, name: str | None) -> None:
        """Drop a thread at once."""
        with self._lock:
            if name and name in self._threads:
                self._drop(name)

    def _drop(self, name: str) -> None:
        self._kept -= len(self._threads.pop(name).turns)

    def _forget_old(self) -> None:
        limit = self._clock() - self._seconds
        while self._threads:
            name, thread = next(iter(self._threads.items()))
            if thread.used > limit:
                return
            self._drop(name)
