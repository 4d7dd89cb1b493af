"""Worker threads with a bounded queue: what cannot be begun soon is refused at once."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import ParamSpec, TypeVar

from bot.asking.errors import TooManyQuestions

P = ParamSpec("P")
T = TypeVar("T")

BUSY_SECONDS = 5
"""When to try again after a refusal: by then a full queue has been worked off."""


class Workers:
    """``count`` threads, and at most ``most_waiting`` calls that wait for or run on them.

    Safe to use from many tasks and event loops at once.
    """

    def __init__(self, name: str, *, count: int, most_waiting: int) -> None:
        self._pool = ThreadPoolExecutor(max_workers=count, thread_name_prefix=name)
        self._most = most_waiting
        self._waiting = 0
        self._lock = Lock()

    @property
    def waiting(self) -> int:
        """Calls that wait or run now."""
        return self._waiting

    async def run(self, call: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``call`` gives or raises, from a worker thread. Raises TooManyQuestions when
        the queue is full."""
        self._enter()
        try:
            work = self._pool.submit(call, *args, **kwargs)
        except BaseException:
            self._leave()
            raise
        # A call whose asker has gone still holds its place until it is done or dropped.
        work.add_done_callback(lambda _: self._leave())
        return await asyncio.wrap_future(work)

    def close(self) -> None:
        """Wait for the calls that run; drop those that wait."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _enter(self) -> None:
        with self._lock:
            if self._waiting >= self._most:
                raise TooManyQuestions(seconds=BUSY_SECONDS)
            self._waiting += 1

    def _leave(self) -> None:
        with self._lock:
            self._waiting -= 1
