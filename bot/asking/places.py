"""A bounded number of questions under way: what cannot be begun soon is refused at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from bot.asking.errors import TooManyQuestions

BUSY_SECONDS = 5
"""When to try again after a refusal: by then a full house has been worked off."""


class Places:
    """At most ``most`` questions that wait or are being answered. Safe to use from many threads
    and tasks at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = 0
        self._lock = Lock()

    @property
    def count(self) -> int:
        """How many are taken now."""
        return self._taken

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Hold a place. Raises TooManyQuestions when there is none."""
        with self._lock:
            if self._taken >= self._most:
                raise TooManyQuestions(seconds=BUSY_SECONDS)
            self._taken += 1
        try:
            yield
        finally:
            with self._lock:
                self._taken -= 1
