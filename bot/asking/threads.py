"""Threads' last questions in memory, for the time that the store cannot keep them."""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime
from threading import Lock

MOST_THREADS = 2_000


class RecentThreads:
    """Masked questions by thread hash; the thread that was silent longest goes first.

    Safe to use from many threads at once.
    """

    def __init__(self, *, questions: int, threads: int = MOST_THREADS) -> None:
        self._questions = questions
        self._threads = threads
        self._kept: OrderedDict[str, list[tuple[datetime, str]]] = OrderedDict()
        self._lock = Lock()

    def add(self, thread: str, question: str, at: datetime) -> None:
        """Remember a masked question."""
        with self._lock:
            there = [*self._kept.pop(thread, []), (at, question)]
            self._kept[thread] = there[-self._questions :]
            while len(self._kept) > self._threads:
                self._kept.popitem(last=False)

    def earlier(self, thread: str, since: datetime) -> Sequence[str]:
        """The thread's questions since then, oldest first."""
        with self._lock:
            return [question for at, question in self._kept.get(thread, ()) if at >= since]

    def forget_before(self, time: datetime) -> None:
        """Drop the threads that have been silent since then."""
        with self._lock:
            for thread in [t for t, there in self._kept.items() if there[-1][0] < time]:
                del self._kept[thread]
