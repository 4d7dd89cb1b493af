"""The one door that every chat surface asks through."""

import asyncio
import secrets
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import ParamSpec, TypeVar

from bot.asking.counts import Counts
from bot.asking.errors import AskingError, EmptyQuestion, LongQuestion, UnknownAnswer
from bot.asking.index_watch import IndexWatch
from bot.asking.keeping import Keeping, Kept
from bot.asking.places import Places
from bot.asking.rates import Rates
from bot.asking.values import VOUCHED, Feedback, Incoming, Reply
from bot.question_length import LONGEST
from bot.store.identity import Identity
from corpus.clause import Clause
from corpus.document import Document
from retrieval.redact import redact
from retrieval.service import AnsweringService, Traced

MOST_UNDER_WAY = 256
"""Questions that wait or are being answered; more than a few seconds' work is refused."""

STORE_THREADS = 4
P = ParamSpec("P")
T = TypeVar("T")


class Asker:
    """Masks, remembers, limits, answers and counts. Safe to use from many tasks at once.

    Encoding and search run on worker threads, never on the event loop; what waits for the
    store has threads of its own, so that a slow store does not hold up answers.
    """

    def __init__(
        self,
        service: AnsweringService,
        keeping: Keeping,
        identity: Identity,
        rates: Rates,
        counts: Counts,
        *,
        workers: int,
        most_under_way: int = MOST_UNDER_WAY,
    ) -> None:
        self.counts = counts
        self.keeping = keeping
        self._service = service
        self._identity = identity
        self._rates = rates
        self._places = Places(most_under_way, strangers_share=rates.strangers_share)
        self._answering = ThreadPoolExecutor(workers, thread_name_prefix="answer")
        self._storing = ThreadPoolExecutor(STORE_THREADS, thread_name_prefix="store")
        counts.index_loaded(service.fingerprint)

    @property
    def under_way(self) -> int:
        """Questions that wait or are being answered now."""
        return self._places.count

    @property
    def service(self) -> AnsweringService:
        """The service on the index that is loaded now; a newer index replaces it whole, and
        questions under way keep the one that they began with."""
        return self._service

    async def ask(self, incoming: Incoming) -> Reply:
        """Answer a question. Raises EmptyQuestion, LongQuestion and TooManyQuestions."""
        begun = time.perf_counter()
        try:
            user = self._identity.user(incoming.surface, incoming.user)
            vouched = incoming.surface in VOUCHED
            self._rates.take(user, vouched=vouched)
            text = _asked(incoming.text)
            with self._places.taken(vouched=vouched):
                reply = await self._reply(incoming, text, user)
        except AskingError as error:
            self.counts.refused(incoming.surface, error)
            raise
        self.counts.took(incoming.surface, time.perf_counter() - begun)
        return reply

    async def _reply(self, incoming: Incoming, text: str, user: str | None) -> Reply:
        thread = self._identity.thread(incoming.surface, incoming.thread)
        earlier: Sequence[str] = ()
        if thread is not None:
            earlier = await _on(self._storing, self.keeping.earlier, thread)
        traced = await _on(self._answering, self._answer, incoming, text, earlier)
        kept = _kept(incoming, traced, user, thread)
        stored = await _on(self._storing, self.keeping.remember, kept)
        self.counts.answered(
            incoming.surface, traced.answer, traced.milliseconds, followed=kept.followed
        )
        return Reply(id=kept.id, answer=traced.answer, followed=traced.followed, stored=stored)

    def _answer(self, incoming: Incoming, text: str, earlier: Sequence[str]) -> Traced:
        on = incoming.on or date.today()
        return self._service.ask_traced(text, on=on, lang=incoming.lang, earlier=earlier)

    async def give_feedback(self, feedback: Feedback) -> None:
        """Keep a verdict. Raises UnknownAnswer, PersonalComment and StoreDown."""
        user = self._identity.user(feedback.surface, feedback.user)
        comment = redact(_clean(feedback.comment)[:LONGEST]).text
        known = await _on(
            self._storing,
            self.keeping.use,
            "feedback",
            lambda store: store.add_feedback(
                answer=feedback.id,
                at=datetime.now(UTC),
                user=user,
                verdict=feedback.verdict.value,
                reasons=[reason.value for reason in feedback.reasons],
                comment=comment,
            ),
        )
        if not known:
            raise UnknownAnswer
        self.counts.verdict(feedback)

    def find(self, reference: str, on: date | None = None) -> Sequence[tuple[Document, Clause]]:
        """The wordings of a clause, the one that holds on the day first; empty when unknown."""
        return self._service.find(reference, on or date.today())

    async def renew(self, watch: IndexWatch) -> None:
        """Take a newer index into use if there is one; count one that cannot be used."""
        before = watch.refused
        found = await _on(self._storing, watch.newer, self._service)
        if found is not None:
            self._service = found
            self.counts.index_loaded(found.fingerprint)
        elif watch.refused is not None and watch.refused is not before:
            self.counts.index_refused()

    async def forget(self, days: int) -> None:
        """Delete what is older than ``days`` from the store."""
        await _on(self._storing, self.keeping.forget, days)

    async def store_writable(self) -> bool:
        """Whether an answer could be kept now."""
        return await _on(self._storing, self.keeping.writable)

    def close(self) -> None:
        """Let what runs end; drop what waits."""
        for pool in (self._answering, self._storing):
            pool.shutdown(wait=True, cancel_futures=True)


async def _on(pool: Executor, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    return await asyncio.wrap_future(pool.submit(call, *args, **kwargs))


def _kept(incoming: Incoming, traced: Traced, user: str | None, thread: str | None) -> Kept:
    answer = traced.answer
    return Kept(
        id=secrets.token_urlsafe(16),
        at=datetime.now(UTC),
        surface=incoming.surface.value,
        lang=answer.lang,
        question=answer.question,
        status=answer.status.value,
        clauses=tuple(citation.reference for citation in answer.citations),
        fingerprint=answer.index_fingerprint,
        probability=answer.probability,
        user=user,
        thread=thread,
        on=incoming.on,
        followed=traced.followed is not None,
    )


def _asked(text: str) -> str:
    """The question without what no store can hold. Raises EmptyQuestion and LongQuestion."""
    text = _clean(text)
    if not any(character.isalnum() for character in text):
        raise EmptyQuestion
    if len(text) > LONGEST:
        raise LongQuestion(limit=LONGEST)
    return text


def _clean(text: str) -> str:
    """Half characters and zero bytes replaced, for no database and no log can hold them."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return whole.replace("\0", "\N{REPLACEMENT CHARACTER}").strip()
