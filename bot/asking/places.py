"""A bounded number of questions under way: what cannot be begun soon is refused at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from bot.asking.errors import TooManyQuestions

BUSY_SECONDS = 5
"""When to try again after a refusal: by then a full house has been worked off."""


class Places:
    """At most ``most`` questions that wait or are being answered; of them those whom nobody
    vouches for take at most ``strangers_share``. Safe to use from many threads and tasks at
    once."""

    def __init__(self, most: int, *, strangers_share: float = 1.0) -> None:
        self._most = most
        self._strangers_share = strangers_share
        self._taken = 0
        self._lock = Lock()

    @property
    def count(self) -> int:
        """How many are taken now."""
        return self._taken

    @contextmanager
    def taken(self, *, vouched: bool = False) -> Iterator[None]:
        """Hold a place. Raises TooManyQuestions when there is none."""
        share = 1.0 if vouched else self._strangers_share
        with self._lock:
            if self._taken >= max(1, int(self._most * share)):
                raise TooManyQuestions(seconds=BUSY_SECONDS)
            self._taken += 1
        try:
            yield
        finally:
            with self._lock:
                self._taken -= 1
