"""The store as the answering door uses it: never in the way of an answer."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from threading import Lock
from typing import TypeVar

from bot.asking.counts import Counts
from bot.asking.errors import PersonalComment, StoreDown
from bot.asking.threads import RecentThreads
from bot.store.errors import StoreUnavailable, Unmasked
from bot.store.store import Store

REST_SECONDS = 5.0
"""After a failure the store is left alone so long: every try may take seconds."""

_log = logging.getLogger("ansvarslots.store")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer as the store takes it (``Store.remember``): ``question`` masked, ``user`` and
    ``thread`` keyed hashes, ``on`` the day asked about when one was named."""

    id: str
    at: datetime
    surface: str
    lang: str
    question: str
    status: str
    clauses: tuple[str, ...]
    user: str | None
    thread: str | None
    fingerprint: str
    probability: float
    on: date | None
    followed: bool


class Keeping:
    """Opens the store, and again when it was down. Its methods are for worker threads.

    Threads' questions that the store could not keep are held in memory meanwhile; ``failed``
    is why the last use of the store failed, None when it worked.
    """

    def __init__(
        self,
        opener: Callable[[], Store],
        counts: Counts,
        *,
        thread_minutes: int,
        thread_questions: int,
    ) -> None:
        self.failed: StoreUnavailable | None = None
        self._opener = opener
        self._counts = counts
        self._remembered = timedelta(minutes=thread_minutes)
        self._most = thread_questions
        self._recent = RecentThreads(questions=thread_questions)
        self._store: Store | None = None
        self._rest_until = 0.0
        self._opening = Lock()

    def earlier(self, thread: str) -> Sequence[str]:
        """The thread's last masked questions, oldest first; those in memory when it is down."""
        if not self._most:
            return ()
        since = datetime.now(UTC) - self._remembered
        recent = self._recent.earlier(thread, since)
        try:
            kept = self._use("earlier", lambda store: store.earlier(thread, since, self._most))
        except StoreUnavailable:
            return recent
        return [*kept, *recent][-self._most :]

    def remember(self, answer: Kept) -> bool:
        """Keep an answer; false when the store is down, or would have kept personal data."""
        try:
            self._use("remember", lambda store: store.remember(**asdict(answer)))
        except StoreUnavailable:
            if answer.thread is not None and self._most:
                self._recent.add(answer.thread, answer.question, answer.at)
            return False
        except Unmasked:
            self._left_unmasked("remember")
            return False
        return True

    def use(self, purpose: str, call: Callable[[Store], T]) -> T:
        """What ``call`` makes of the store. Raises StoreDown and PersonalComment."""
        try:
            return self._use(purpose, call)
        except StoreUnavailable as error:
            raise StoreDown from error
        except Unmasked as error:
            self._left_unmasked(purpose)
            raise PersonalComment from error

    def forget(self, days: int) -> None:
        """Delete what is older than ``days``, in memory and in the store."""
        now = datetime.now(UTC)
        self._recent.forget_before(now - self._remembered)
        try:
            gone = self._use(
                "forget", lambda store: store.forget_before(now - timedelta(days=days))
            )
        except StoreUnavailable:
            return  # counted and logged; the next round tries again
        self._counts.forgot(gone)

    def writable(self) -> bool:
        """Whether an answer could be kept now."""
        try:
            return self._use("writable", Store.writable)
        except StoreUnavailable:
            return False

    def _use(self, purpose: str, call: Callable[[Store], T]) -> T:
        if self.failed is not None and time.monotonic() < self._rest_until:
            raise self.failed
        try:
            found = call(self._opened())
        except StoreUnavailable as error:
            self._fell(purpose, error)
            raise
        self._rose()
        return found

    def _opened(self) -> Store:
        with self._opening:
            if self._store is None:
                self._store = self._opener()
            return self._store

    def _fell(self, purpose: str, error: StoreUnavailable) -> None:
        self._counts.store_failed(purpose)
        if self.failed is None:
            _log.error("the store is down, questions are answered all the same: %s", error)
        self.failed = error
        self._rest_until = time.monotonic() + REST_SECONDS

    def _left_unmasked(self, purpose: str) -> None:
        self._counts.store_failed("unmasked")
        _log.error("a text was not kept (%s): an identity number in it was not masked", purpose)

    def _rose(self) -> None:
        if self.failed is not None:
            _log.info("the store is up again")
            self.failed = None
