"""How many questions one person, and everybody together, may ask in a while."""

import math
import time

from limits import RateLimitItem, RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from bot.asking.errors import TooManyQuestions

EVERYBODY = "everybody"


class Rates:
    """Counts in memory; ``user`` is a keyed hash, never an id.

    Safe to use from many threads at once.
    """

    def __init__(self, *, per_user_per_minute: int, everyone_per_second: int) -> None:
        self._user = RateLimitItemPerMinute(per_user_per_minute)
        self._everybody = RateLimitItemPerSecond(everyone_per_second)
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def take(self, user: str | None) -> None:
        """Count one question. Raises TooManyQuestions, which tells when there is room again.

        An unknown user (None) counts for everybody's limit only.
        """
        if user is not None:
            self._hit(self._user, user)
        self._hit(self._everybody, EVERYBODY)

    def _hit(self, limit: RateLimitItem, whose: str) -> None:
        if not self._limiter.hit(limit, whose):
            room_at = self._limiter.get_window_stats(limit, whose).reset_time
            raise TooManyQuestions(seconds=max(1, math.ceil(room_at - time.time())))
