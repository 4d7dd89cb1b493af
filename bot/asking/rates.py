"""How many questions one person, and everybody together, may ask in a while."""

import math
import time

from limits import RateLimitItem, RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from bot.asking.errors import TooManyQuestions

EVERYBODY = "everybody"
STRANGERS = "strangers"

STRANGERS_SHARE = 0.75
"""What those whom nobody vouches for may use of everybody's limit, where others ask too: a flood
under ever new names does not shut out the chats."""


class Rates:
    """Counts in memory; ``user`` is a keyed hash, never an id.

    Safe to use from many threads at once.
    """

    def __init__(
        self,
        *,
        per_user_per_minute: int,
        everyone_per_second: int,
        strangers_share: float = 1.0,
    ) -> None:
        self.strangers_share = strangers_share
        self._user = RateLimitItemPerMinute(per_user_per_minute)
        self._everybody = RateLimitItemPerSecond(everyone_per_second)
        strangers = max(1, int(everyone_per_second * strangers_share))
        self._strangers = RateLimitItemPerSecond(strangers)
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def take(self, user: str | None, *, vouched: bool = False) -> None:
        """Count one question. Raises TooManyQuestions, which tells when there is room again.

        An unknown user (None) counts for everybody's limit only. ``vouched``: whether a chat
        service says who it is.
        """
        if user is not None:
            self._hit(self._user, user)
        if not vouched:
            self._hit(self._strangers, STRANGERS)
        self._hit(self._everybody, EVERYBODY)

    def _hit(self, limit: RateLimitItem, whose: str) -> None:
        if not self._limiter.hit(limit, whose):
            room_at = self._limiter.get_window_stats(limit, whose).reset_time
            raise TooManyQuestions(seconds=max(1, math.ceil(room_at - time.time())))
