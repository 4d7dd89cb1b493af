"""Each activity is handled once."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

KEPT_SECONDS = 2 * 3600
"""Longer than a token lives, so that a recorded call is known again for as long as it could
be sent again."""

MOST = 100_000


class Once:
    """Remembers what has been seen, for a time and up to a number. For one event loop."""

    def __init__(
        self,
        *,
        seconds: float = KEPT_SECONDS,
        most: int = MOST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._seen: OrderedDict[Hashable, float] = OrderedDict()

    def first(self, key: Hashable) -> bool:
        """Whether ``key`` is new; from now on it is not."""
        now = self._clock()
        while self._seen:
            oldest, seen = next(iter(self._seen.items()))
            if now - seen < self._seconds and len(self._seen) < self._most:
                break
            del self._seen[oldest]
        if key in self._seen:
            return False
        self._seen[key] = now
        return True

    def forget(self, key: Hashable) -> None:
        """Let ``key`` be new again: it was not handled after all."""
        self._seen.pop(key, None)
